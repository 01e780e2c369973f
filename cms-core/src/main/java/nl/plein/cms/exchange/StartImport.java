package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import tools.jackson.databind.node.ObjectNode;

/** Enqueues the import of an uploaded archive. */
@ApplicationScoped
public class StartImport {

    /** Bytes of an archive at most. */
    public static final long LARGEST = 512L << 20;

    @Inject
    Access access;

    @Inject
    ImportTypes types;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /**
     * Store the archive first with {@link BlobStore#put(java.io.InputStream)}, outside any transaction.
     *
     * @throws Invalid {@code archive-empty}, {@code archive-too-large}
     */
    @Transactional
    public JobId perform(SiteId site, BlobStore.Stored archive, ImportOptions options) {
        access.require(Permission.CONTENT_WRITE, site);
        if (options.publish()) {
            access.require(Permission.CONTENT_PUBLISH, site);
        }
        if (archive.size() == 0) {
            throw new Invalid("archive-empty", "The body is empty: send a zip archive.");
        }
        if (archive.size() > LARGEST) {
            throw new Invalid("archive-too-large", "The archive is larger than 512 MiB: split it.");
        }
        if (!options.dryRun()) {
            types.ensure();
        }
        ObjectNode input = Json.mapper().createObjectNode();
        input.put("archive", archive.sha256());
        input.set("options", options.json());
        JobId job = jobs.enqueue(ImportArchive.KIND, site, input);
        audit.record("exchange.import", "site/" + site, input);
        return job;
    }
}
