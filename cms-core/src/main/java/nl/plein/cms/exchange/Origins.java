package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** All origins of a site's imported entries. */
@ApplicationScoped
@Transactional
class Origins {

    private static final int CHUNK = 500;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ids ids;

    /** What an import needs to remember of an origin while it runs. */
    record Known(String name, String address, EntryId entry) {}

    List<Known> ofSite(SiteId site) {
        return data.createQuery("select o from ImportOrigin o where o.site = :site", ImportOrigin.class)
                .setParameter("site", site.value())
                .setHint("eclipselink.read-only", true)
                .getResultStream()
                .map(origin -> new Known(origin.name(), origin.address(), origin.entry()))
                .toList();
    }

    /** Reserves entries; durable when it returns. */
    void reserve(SiteId site, Collection<Known> wanted) {
        for (Known one : wanted) {
            data.persist(new ImportOrigin(ids.next(), site, one.name(), one.address(), one.entry()));
        }
    }

    /** To be changed in the caller's transaction. */
    Map<String, ImportOrigin> get(SiteId site, List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return data.createQuery(
                        "select o from ImportOrigin o where o.site = :site and o.name in :names", ImportOrigin.class)
                .setParameter("site", site.value())
                .setParameter("names", names)
                .getResultStream()
                .collect(Collectors.toMap(ImportOrigin::name, Function.identity()));
    }

    /** Notes that these entries are published as they were imported last. */
    void published(SiteId site, List<EntryId> entries) {
        for (int from = 0; from < entries.size(); from += CHUNK) {
            data.createQuery(
                            "select o from ImportOrigin o where o.site = :site and o.entry in :entries",
                            ImportOrigin.class)
                    .setParameter("site", site.value())
                    .setParameter(
                            "entries",
                            entries.subList(from, Math.min(from + CHUNK, entries.size())).stream()
                                    .map(EntryId::value)
                                    .toList())
                    .getResultStream()
                    .forEach(ImportOrigin::published);
        }
    }

    void forget(@Observes EntryErased erased) {
        data.createQuery("select o from ImportOrigin o where o.site = :site and o.entry = :entry", ImportOrigin.class)
                .setParameter("site", erased.site().value())
                .setParameter("entry", erased.entry().value())
                .getResultStream()
                .forEach(ImportOrigin::forget);
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from ImportOrigin o where o.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
