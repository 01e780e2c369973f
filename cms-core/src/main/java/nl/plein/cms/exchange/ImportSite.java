package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.LocalChanges;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a site of an archive: reads all of it first, defines the types that are missing, stores the files, and writes all
 * rows in one transaction. May die at any point and be run again: its report is written with the rows, so it knows whether
 * they are there.
 */
@ApplicationScoped
public class ImportSite implements JobHandler {

    public static final String KIND = "import-site";

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    UploadedArchives uploaded;

    @Inject
    ArchivedFiles files;

    @Inject
    Sites sites;

    @Inject
    ImportedTypes types;

    @Inject
    SiteRows rows;

    @Inject
    RenameSite renameSite;

    @Inject
    Jobs jobs;

    @Inject
    Followers followers;

    @Inject
    LocalChanges changes;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException, SQLException {
        AgencyId agency = agencies.current();
        access.require(Permission.AGENCY_MANAGE, agency);
        try {
            if (jobs.get(run.id()).report().isEmpty()) {
                bringIn(run, agency);
                changes.countAfterCommit(); // this node may still believe that there is no such site
            }
        } catch (Stopped stopped) {
            run.log("Stopped before anything was there.");
            return;
        }
        SiteId site =
                SiteId.of(jobs.get(run.id()).report().orElseThrow().path("site").asString());
        Optional.ofNullable(run.input().path("name").asString(null)).ifPresent(name -> renameSite.perform(site, name));
        followers.wake(site);
    }

    private void bringIn(JobRun run, AgencyId agency) throws IOException, SQLException {
        Path file = uploaded.copyOf(run.input().path("archive").asString());
        try (SiteArchive archive = SiteArchive.open(file)) {
            SiteRef site = site(run, agency, archive.manifest());
            if (sites.find(site.id()).isPresent()) {
                throw StartSiteImport.taken(site.id());
            }
            long twice = 2 * archive.size();
            WriteSiteArchive.Watch watch = Stopped.watching(run);
            archive.verify((done, total) -> watch.at(done, twice));
            rows.refuseIfThere(archive);
            ObjectNode report = report(site, archive.manifest());
            types.perform(archive).forEach(report.putArray("types")::add);
            files.store(archive);
            rows.perform(archive, site, run.id(), report, (done, total) -> watch.at(total + done, twice));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** @throws nl.plein.cms.kernel.Invalid if no site can be like this */
    private static SiteRef site(JobRun run, AgencyId agency, SiteManifest manifest) {
        FoundSite.check(manifest.name(), manifest.timeZone(), manifest.locales());
        return new SiteRef(
                SiteId.of(run.input().path("id").asString(manifest.id())),
                agency,
                manifest.version(),
                manifest.state(),
                manifest.name(),
                manifest.timeZone(),
                manifest.locales());
    }

    private static ObjectNode report(SiteRef site, SiteManifest manifest) {
        ObjectNode report = Json.mapper().createObjectNode();
        report.put("site", site.id().value()).put("version", site.version());
        ObjectNode counts = report.putObject("rows");
        manifest.members().forEach((member, what) -> counts.put(member.replace(".ndjson", ""), what.rows()));
        return report.put("files", manifest.blobs()).put("fileBytes", manifest.bytes());
    }
}
