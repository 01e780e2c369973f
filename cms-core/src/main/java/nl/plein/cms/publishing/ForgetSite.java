package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** Deletes everything this room keeps of a site, in the transaction that deletes the site. */
@ApplicationScoped
class ForgetSite {

    /** Rows that hang on others go first. */
    private static final List<String> ROWS = List.of(
            "PublicationReference r where r.owner in (select p.id from PublicationInterval p where p.site = :site)",
            "PublicationReference r where r.owner in (select p.content from PublicationInterval p where p.site = :site)",
            "PublicationReference r where r.owner in (select p.id from PartInterval p where p.site = :site)",
            "PublicationContent c where c.id in (select p.content from PublicationInterval p where p.site = :site)",
            "PublicationInterval p where p.site = :site",
            "PublicationSpan s where s.site = :site",
            "HeldPlace h where h.site = :site",
            "PartInterval p where p.site = :site",
            "SiteVersion v where v.site = :site",
            "Erasure e where e.site = :site",
            "StagingRow s where s.site = :site",
            "KeptHistory k where k.site = :site");

    @Inject
    @AgencyData
    EntityManager data;

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : ROWS) {
            data.createQuery("delete from " + rows)
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
