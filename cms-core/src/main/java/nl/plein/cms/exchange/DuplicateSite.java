package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.node.ObjectNode;

/** Founds a site like another one of the same agency; a job fills it. */
@ApplicationScoped
public class DuplicateSite {

    @Inject
    Access access;

    @Inject
    FoundSite foundSite;

    @Inject
    AddHostname addHostname;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /**
     * @param hosts the canonical one first; may be empty
     * @throws nl.plein.cms.kernel.Conflict {@code site-exists}, {@code hostname-taken}
     */
    @Transactional
    public JobId perform(SiteId source, SiteId id, String name, List<Hostname> hosts) {
        SiteRef original = access.require(Permission.AGENCY_MANAGE, source);
        foundSite.perform(original.agency(), id, name, original.timeZone(), original.locales());
        hosts.forEach(host -> addHostname.perform(id, host, AddHostname.Rank.ALIAS));
        ObjectNode input = Json.mapper().createObjectNode().put("source", source.value());
        audit.record("exchange.duplicate", "site/" + id, input);
        return jobs.enqueue(CopySite.KIND, id, input);
    }
}
