package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
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
    ImportMappings mappings;

    @Inject
    MappingRules rules;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /** Without a mapping: what is found is imported as it is proposed. */
    @Transactional
    public JobId perform(SiteId site, BlobStore.Stored archive, ImportOptions options) {
        return perform(site, archive, options, Optional.empty());
    }

    /**
     * Store the archive first with {@link BlobStore#put(java.io.InputStream)}, outside any transaction.
     *
     * @param mapping the name of one that the site keeps; the job uses it as it is now
     * @throws Invalid {@code archive-empty}, {@code archive-too-large}, {@code unknown-mapping}, and {@code invalid-mapping}
     *     if a content type has changed so that the mapping does not fit any more
     */
    @Transactional
    public JobId perform(SiteId site, BlobStore.Stored archive, ImportOptions options, Optional<String> mapping) {
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
        Optional<ImportMapping> kept = mapping.map(name -> kept(site, name));
        if (!options.dryRun()) {
            types.ensure();
            kept.ifPresent(types::ensure);
        }
        ObjectNode input = Json.mapper().createObjectNode();
        input.put("archive", archive.sha256());
        input.set("options", options.json());
        ObjectNode told = input.deepCopy();
        mapping.ifPresent(name -> told.put("mapping", name));
        kept.ifPresent(used -> input.set("mapping", used.json()));
        JobId job = jobs.enqueue(ImportArchive.KIND, site, input);
        audit.record("exchange.import", "site/" + site, told);
        return job;
    }

    private ImportMapping kept(SiteId site, String name) {
        NamedMapping named = mappings.find(site, name)
                .orElseThrow(() -> new Invalid(
                        "unknown-mapping", "This site keeps no mapping of this name: save it first, or use another."));
        return rules.check(named.json());
    }
}
