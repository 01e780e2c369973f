package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/**
 * Imports an archive of texts: looks at every file, reserves an entry for each, writes entries in batches and publishes
 * them in versions. May die at any point: a second run finds the reserved entries and goes on.
 */
@ApplicationScoped
public class ImportArchive implements JobHandler {

    static final String KIND = "import-markdown";

    @Inject
    Sites sites;

    @Inject
    BlobStore blobs;

    @Inject
    Assets assets;

    @Inject
    StoreAsset storeAsset;

    @Inject
    UploadGate uploads;

    @Inject
    Origins origins;

    @Inject
    ImportBatches batches;

    @Inject
    ImportBatch batch;

    @Inject
    PublishImported publishing;

    @Inject
    RedirectAliases redirects;

    @Inject
    ImportMenus menus;

    @Inject
    ImportedFiles files;

    @Inject
    ContentTypes types;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    UploadedArchives uploaded;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        SiteRef site = sites.get(run.site().orElseThrow());
        ImportOptions options = ImportOptions.of(run.input().path("options"), site);
        Path file = uploaded.copyOf(run.input().path("archive").asString());
        try (Archive archive = Archive.open(file, Archive.Bounds.USUAL);
                WordPressFiles wordPress = WordPressFiles.of(archive, uploaded.incoming())) {
            files.forget(run.id());
            JsonNode mapping = run.input().path("mapping");
            var kinds = new SourceKinds(mapping.isObject() ? Optional.of(ImportMapping.of(mapping)) : Optional.empty());
            var imported = new ImportRun(
                    run,
                    site,
                    options,
                    archive,
                    wordPress,
                    kinds,
                    (first, lines) -> files.add(site.id(), run.id(), first, lines),
                    () -> new EntryId(ids.next()));
            ImportHand hand = options.dryRun()
                    ? new DryImport(batch, site.id(), archive, assets.ofSite(site.id()), imported.report())
                    : new RealImport(this, run, site.id(), options, archive, imported.report());
            imported.perform(hand, origins.ofSite(site.id()), clock.instant());
            if (options.dryRun()) {
                imported.report().proposed(kinds.proposal(key -> types.find(key).isPresent()));
                run.report(imported.report().json());
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
