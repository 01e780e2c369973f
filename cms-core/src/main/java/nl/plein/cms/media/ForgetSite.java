package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** Deletes a site's assets in the transaction that deletes the site. Their blobs may serve others and stay. */
@ApplicationScoped
class ForgetSite {

    @Inject
    @AgencyData
    EntityManager data;

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("FormerFile", "Asset")) {
            data.createQuery("delete from " + rows + " a where a.site = :site")
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
