package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.remodel.LaggingTexts;
import tools.jackson.databind.node.ObjectNode;

/** Enqueues the export of a site as an archive. It holds all that was ever there, withdrawn content too. */
@ApplicationScoped
public class StartSiteExport {

    @Inject
    Access access;

    @Inject
    LaggingTexts lagging;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /** @throws Conflict {@code texts-lag} while drafts or pages wait to be carried over into the fields of a changed type */
    @Transactional
    public JobId perform(SiteId site) {
        access.require(Permission.SITE_MANAGE, site);
        access.require(Permission.HISTORY_READ, site);
        if (lagging.any(site)) {
            throw new Conflict(
                    "texts-lag",
                    "Texts of this site are being carried over into the fields of a changed type: export it when that is done.");
        }
        ObjectNode nothing = Json.mapper().createObjectNode();
        JobId job = jobs.enqueue(ExportSite.KIND, site, nothing);
        audit.record("exchange.export-site", "site/" + site, nothing);
        return job;
    }
}
