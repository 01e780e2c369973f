package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** Deletes a site's entries with all their history, in the transaction that deletes the site. */
@ApplicationScoped
class ForgetSite {

    @Inject
    @AgencyData
    EntityManager data;

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("Reference", "KeptDraft", "TranslationSource", "Revision", "Translation", "Entry")) {
            data.createQuery("delete from " + rows + " r where r.site = :site")
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
