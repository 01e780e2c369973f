package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.HexFormat;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.MarkDrafts;
import tools.jackson.databind.node.ObjectNode;

/** Writes a site's archive into a file that can be downloaded for a while. Run again, it begins again. */
@ApplicationScoped
public class ExportSite implements JobHandler {

    public static final String KIND = "export-site";

    @Inject
    WriteSiteArchive writeSiteArchive;

    @Inject
    SiteExports exports;

    @Inject
    Followers followers;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        SiteId site = run.site().orElseThrow();
        followers.walkNow(MarkDrafts.NAME, site);
        Path file = exports.place(site, run.id());
        Path part = file.resolveSibling(run.id() + ".part");
        var digest = Hashes.sha256();
        try {
            SiteManifest written;
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), digest)) {
                written = writeSiteArchive.perform(site, out, Stopped.watching(run));
            }
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            refuseIfErased(site, file, written);
            run.report(report(file, HexFormat.of().formatHex(digest.digest()), written));
        } catch (Stopped stopped) {
            run.log("Stopped before it was whole.");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** From here on whoever erases deletes the file: what was erased before is seen now. */
    private void refuseIfErased(SiteId site, Path file, SiteManifest written) throws IOException {
        boolean whole = false;
        try {
            writeSiteArchive.refuseIfErased(site, written);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private ObjectNode report(Path file, String sha256, SiteManifest written) throws IOException {
        ObjectNode report = Json.mapper().createObjectNode();
        report.put("size", Files.size(file)).put("sha256", sha256);
        report.put("keptUntil", clock.instant().plus(SiteExports.KEPT).toString());
        report.put("version", written.version());
        ObjectNode rows = report.putObject("rows");
        written.members().forEach((member, what) -> rows.put(member.replace(".ndjson", ""), what.rows()));
        report.put("files", written.blobs()).put("fileBytes", written.bytes());
        return report;
    }
}
