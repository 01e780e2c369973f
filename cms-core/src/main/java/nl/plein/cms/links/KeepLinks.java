package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.content.DraftsWritten;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteDeleted;

/**
 * Writes down which translation links to which address, in the transaction that saves it. Rows of addresses are made later, in
 * the background: two people who link to one address at one moment never hinder each other.
 */
@ApplicationScoped
public class KeepLinks {

    private static final int CHUNK = 500;

    /** More in one translation are not looked at. */
    private static final int MOST = 1_000;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    AgencyContext context;

    @Inject
    LinkedAddresses addresses;

    @Inject
    Ids ids;

    void keep(@Observes DraftsWritten written) {
        written.drafts().stream()
                .collect(Collectors.groupingBy(DraftsWritten.Words::site))
                .forEach(this::keep);
    }

    /** One query for each 500, and one row for each link that is new. Idempotent. */
    @Transactional
    void keep(SiteId site, List<DraftsWritten.Words> drafts) {
        Map<TranslationKey, DraftsWritten.Words> newest = new HashMap<>();
        drafts.forEach(draft -> newest.put(draft.translation(), draft));
        Map<TranslationKey, Map<UUID, LinkUse>> before = usesOf(site, newest.keySet());
        newest.forEach((key, draft) -> keep(site, draft, before.getOrDefault(key, Map.of())));
    }

    private void keep(SiteId site, DraftsWritten.Words draft, Map<UUID, LinkUse> before) {
        Set<UUID> wanted = new LinkedHashSet<>();
        for (URI url : addresses.of(draft.type(), draft.fields())) {
            UUID link = OutsideLink.idOf(url);
            if (wanted.size() < MOST && wanted.add(link) && !before.containsKey(link)) {
                platform.persist(new LinkUse(ids.next(), context.current(), site, draft.translation(), url));
            }
        }
        before.forEach((link, use) -> use.beInDraft(wanted.contains(link)));
    }

    private Map<TranslationKey, Map<UUID, LinkUse>> usesOf(SiteId site, Collection<TranslationKey> keys) {
        List<UUID> entries =
                keys.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, Map<UUID, LinkUse>> uses = new HashMap<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            platform.createQuery("select u from LinkUse u where u.site = :site and u.entry in :entries", LinkUse.class)
                    .setParameter("site", site.value())
                    .setParameter(
                            "entries", new ArrayList<>(entries.subList(from, Math.min(entries.size(), from + CHUNK))))
                    .getResultList()
                    .forEach(use -> uses.computeIfAbsent(use.translation(), key -> new HashMap<>())
                            .put(use.link(), use));
        }
        return uses;
    }

    void forget(@Observes EntryErased erased) {
        platform.createQuery("delete from LinkUse u where u.site = :site and u.entry = :entry")
                .setParameter("site", erased.site().value())
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("LinkUse", "ReadSite")) {
            platform.createQuery("delete from " + rows + " r where r.site = :site")
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
