package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Counts what acts have left behind. */
@ApplicationScoped
class StagedRows {

    @Inject
    @AgencyData
    EntityManager data;

    @Transactional
    long count(SiteId site) {
        return count("select count(p) from PublicationInterval p where p.site = :site and p.until < 0", site)
                + count("select count(p) from PartInterval p where p.site = :site and p.until < 0", site)
                + count("select count(s) from StagingRow s where s.site = :site", site);
    }

    private long count(String query, SiteId site) {
        return data.createQuery(query, Long.class)
                .setParameter("site", site.value())
                .getSingleResult();
    }
}
