package nl.plein.cms.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Deletes for good what a visitor added. */
@ApplicationScoped
public class DeleteContribution {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Audit audit;

    /** @throws NotFound {@code unknown-contribution} */
    @Transactional
    public void perform(SiteId site, ContributionId id) {
        int deleted = data.createQuery("delete from Contribution c where c.site = :site and c.id = :id")
                .setParameter("site", site.value())
                .setParameter("id", id.value())
                .executeUpdate();
        if (deleted == 0) {
            throw Contributions.unknown(id);
        }
        audit.record("participation.delete", "contribution/" + id, Json.mapper().createObjectNode());
    }
}
