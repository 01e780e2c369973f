package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.OpenPages;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.tenancy.PlatformData;
import org.jspecify.annotations.Nullable;

/** Links that the newest drafts have no more, in short transactions. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class OldUses {

    private static final int AT_ONCE = 500;
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    OpenPages openPages;

    @Inject
    Publications publications;

    @Inject
    Moments moments;

    @Inject
    LinkedAddresses addresses;

    @Inject
    Clock clock;

    List<LinkUse> page(Optional<UUID> after) {
        return platform.createQuery(
                        "select u from LinkUse u where u.inDraft = false and u.id > :after order by u.id",
                        LinkUse.class)
                .setParameter("after", after.orElse(NONE))
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** What visitors see is looked at as it is now; whoever put the link back meanwhile keeps it. */
    boolean forgetUnlessShown(LinkUse old) {
        if (isShown(old)) {
            return false;
        }
        return platform.createQuery("delete from LinkUse u where u.id = :id and u.inDraft = :no")
                        .setParameter("no", false)
                        .setParameter("id", old.id())
                        .executeUpdate()
                > 0;
    }

    private boolean isShown(LinkUse old) {
        OpenPages.@Nullable Page open =
                openPages.of(old.site(), List.of(old.translation())).get(old.translation());
        if (open == null) {
            return false;
        }
        Viewer readers = new Viewer(Optional.empty(), Set.of(open.audience()), false);
        return publications
                .ofEntries(old.site(), List.of(old.translation().entry()), readers, moments.now(old.site()))
                .stream()
                .filter(page -> page.translation().equals(old.translation()))
                .anyMatch(page -> links(page, old.link()));
    }

    private boolean links(Publication page, UUID link) {
        return addresses.of(page.type(), page.fields()).stream()
                .map(OutsideLink::idOf)
                .anyMatch(link::equals);
    }

    /** An address that somebody linked to again at this very moment is taken in once more. */
    void forgetUnused() {
        platform.createQuery("delete from OutsideLink l where l.id not in (select u.link from LinkUse u)")
                .executeUpdate();
        platform.createQuery(
                        "select u from LinkUse u where u.fresh = :no and u.link not in (select l.id from OutsideLink l)",
                        LinkUse.class)
                .setParameter("no", false)
                .getResultList()
                .forEach(LinkUse::beFresh);
        platform.createQuery("delete from OutsideHost h where h.freeAt < :before")
                .setParameter("before", clock.instant().minus(Duration.ofDays(1)))
                .executeUpdate();
    }
}
