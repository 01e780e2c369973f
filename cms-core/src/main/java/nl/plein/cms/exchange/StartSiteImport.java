package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/** Enqueues the import of an archive that a site was exported to. */
@ApplicationScoped
public class StartSiteImport {

    /** Bytes of an archive at most. */
    public static final long LARGEST = 16L << 30;

    @Inject
    Access access;

    @Inject
    Sites sites;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /**
     * Store the archive first with {@link BlobStore#put(java.io.InputStream)}, outside any transaction.
     *
     * @param agency the current one
     * @param id     of the site here; the archive's own unless given
     * @param name   of the site here; the archive's own unless given
     * @throws Invalid  {@code archive-empty}, {@code invalid-name}
     * @throws Conflict {@code site-exists}
     */
    @Transactional
    public JobId perform(AgencyId agency, BlobStore.Stored archive, Optional<SiteId> id, Optional<String> name) {
        access.require(Permission.AGENCY_MANAGE, agency);
        if (archive.size() == 0) {
            throw new Invalid("archive-empty", "The body is empty: send the archive of a site.");
        }
        if (name.filter(text -> text.isBlank() || text.length() > 200).isPresent()) {
            throw new Invalid("invalid-name", "A site needs a name of 1 to 200 characters.");
        }
        id.filter(wanted -> sites.find(wanted).isPresent()).ifPresent(wanted -> {
            throw taken(wanted);
        });
        ObjectNode input = Json.mapper().createObjectNode();
        input.put("archive", archive.sha256());
        id.ifPresent(wanted -> input.put("id", wanted.value()));
        name.ifPresent(wanted -> input.put("name", wanted.strip()));
        JobId job = jobs.enqueue(ImportSite.KIND, null, input);
        audit.record("exchange.import-site", "agency/" + agency, input);
        return job;
    }

    static Conflict taken(SiteId id) {
        return new Conflict(
                "site-exists", "There is a site \"" + id + "\" already: give the imported one another id, with ?id=.");
    }
}
