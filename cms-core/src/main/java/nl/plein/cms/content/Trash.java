package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What lies in the trash, for publishing, which must not show it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Trash {

    @Inject
    @AgencyData
    EntityManager data;

    /** Entries that were put there at or after this time and are there still; one look-up in an index. */
    public List<EntryId> since(SiteId site, Instant time) {
        return data.createQuery("select e.id from Entry e where e.site = :site and e.deletedAt >= :time", UUID.class)
                .setParameter("site", site.value())
                .setParameter("time", time)
                .getResultStream()
                .map(EntryId::new)
                .toList();
    }
}
