package nl.plein.cms.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;
import org.jspecify.annotations.Nullable;

/** All releases of the agency. */
@ApplicationScoped
@Transactional
public class Releases {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-release} */
    public Release get(SiteId site, ReleaseId id) {
        access.require(Permission.CONTENT_WRITE, site);
        return of(site, data.find(Release.class, id.value()));
    }

    /** One that is still to be published; empty also if it is not there. Who may ask is for the caller to say. */
    public Optional<Release> planned(SiteId site, ReleaseId id) {
        return Optional.ofNullable(data.find(Release.class, id.value()))
                .filter(found -> found.site().equals(site) && found.state() == ReleaseState.PLANNED);
    }

    /** Newest first, by keyset: give the last one of the page before. */
    public List<Release> page(SiteId site, Optional<UUID> before, int most) {
        access.require(Permission.CONTENT_WRITE, site);
        TypedQuery<Release> query = data.createQuery(
                        "select r from Release r where r.site = :site" + (before.isEmpty() ? "" : " and r.id < :before")
                                + " order by r.id desc",
                        Release.class)
                .setParameter("site", site.value())
                .setMaxResults(most);
        before.ifPresent(last -> query.setParameter("before", last));
        return query.getResultList();
    }

    /** What it does, in the order in which it was put together. */
    public List<ReleaseItem> items(Release release) {
        return data.createQuery(
                        "select i from StoredItem i where i.release = :release order by i.place", StoredItem.class)
                .setParameter("release", release.id().value())
                .getResultStream()
                .map(StoredItem::item)
                .toList();
    }

    /** Names of the other planned releases that have translations of this one. */
    public Map<TranslationKey, List<String>> alsoIn(Release release) {
        Map<TranslationKey, List<String>> found = new HashMap<>();
        data.createQuery(
                        "select i, r.name from StoredItem i, Release r where i.release = r.id and r.site = :site"
                                + " and r.id <> :release and r.state = :planned and i.entry in"
                                + " (select o.entry from StoredItem o where o.release = :release) order by r.id",
                        Object[].class)
                .setParameter("site", release.site().value())
                .setParameter("release", release.id().value())
                .setParameter("planned", ReleaseState.PLANNED)
                .getResultList()
                .forEach(row -> found.computeIfAbsent(
                                ((StoredItem) row[0]).item().translation(), any -> new ArrayList<>())
                        .add((String) row[1]));
        return found;
    }

    /** Locked until the transaction ends. */
    Release change(SiteId site, ReleaseId id) {
        return of(site, data.find(Release.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Release of(SiteId site, @Nullable Release found) {
        if (found == null || !found.site().equals(site)) {
            throw ReleaseId.unknown();
        }
        return found;
    }

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("StoredItem i where i.site = :site", "Release r where r.site = :site")) {
            data.createQuery("delete from " + rows)
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
