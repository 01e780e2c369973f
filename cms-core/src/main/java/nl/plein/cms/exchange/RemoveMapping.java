package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;

/** Removes a mapping that a site keeps; what was imported with it stays as it is. */
@ApplicationScoped
public class RemoveMapping {

    @Inject
    Access access;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ImportMappings mappings;

    @Inject
    Audit audit;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-mapping} @param seen tags of it */
    @Transactional
    public void perform(SiteId site, String name, Seen seen) {
        access.require(Permission.CONTENT_WRITE, site);
        StoredMapping row = mappings.locked(site, name).orElseThrow(() -> ImportMappings.unknown(name));
        seen.refuseOther(row.named().tag());
        data.remove(row);
        audit.record(
                "exchange.remove-mapping",
                "site/" + site,
                Json.mapper().createObjectNode().put("mapping", name));
    }
}
