package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Lays entries aside whose time is over: kept whole, out of the list of what is worked on. Publishing one takes it back. */
@ApplicationScoped
public class ArchiveEntries {

    @Inject
    ContentSites sites;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Clock clock;

    /** Idempotent; leaves entries alone that visitors see. */
    @Transactional
    public void perform(SiteId site, Collection<EntryId> entries) {
        sites.forWriting(site);
        if (entries.isEmpty()) {
            return;
        }
        data.createQuery("update Entry e set e.archivedAt = :now where e.site = :site and e.id in :entries"
                        + " and e.archivedAt is null and not exists (select t from Translation t"
                        + " where t.entry = e.id and t.publishedRevision <> :none)")
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setParameter("site", site.value())
                .setParameter("entries", entries.stream().map(EntryId::value).toList())
                .setParameter("none", NoId.NONE)
                .executeUpdate();
    }
}
