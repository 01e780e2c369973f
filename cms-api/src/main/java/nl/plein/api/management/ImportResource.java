package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.BoundedStream;
import nl.plein.api.wire.Listing;
import nl.plein.cms.exchange.ImportLine;
import nl.plein.cms.exchange.ImportOptions;
import nl.plein.cms.exchange.ImportedFiles;
import nl.plein.cms.exchange.StartImport;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Imports: an archive goes in, a job comes out. */
@Path("/manage/v1/sites/{site}/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final List<String> OUTCOMES = List.of("created", "updated", "unchanged", "skipped", "failed");

    /**
     * What became of a file.
     *
     * @param outcome      {@code created}, {@code updated}, {@code unchanged}, {@code skipped} or {@code failed}
     * @param state        {@code published}, {@code draft} or {@code archived}, as the source wants it; absent without an entry
     * @param path         of its page
     * @param notes        what was left out or overlooked, and why
     * @param missingLinks addresses in its text, as written, that lead to nothing in the archive
     */
    public record ImportedFileView(
            String file,
            String outcome,
            @Nullable String state,
            @Nullable String path,
            @Nullable String entry,
            @Nullable List<String> notes,
            @Nullable List<String> missingLinks) {

        static ImportedFileView of(ImportLine line) {
            return new ImportedFileView(
                    line.file(),
                    line.outcome(),
                    line.state().isEmpty() ? null : line.state(),
                    line.path().isEmpty() ? null : line.path(),
                    line.entry().map(Object::toString).orElse(null),
                    line.notes().isEmpty() ? null : line.notes(),
                    line.missingLinks().isEmpty() ? null : line.missingLinks());
        }
    }

    @Inject
    Once once;

    @Inject
    ImportedFiles imported;

    @Inject
    Access access;

    @Inject
    BlobStore blobs;

    @Inject
    UploadGate uploads;

    @Inject
    StartImport startImport;

    @Inject
    Jobs jobs;

    /**
     * @param publish  {@code false} to leave all as drafts
     * @param locale   of all texts of the archive; the site's first unless named
     * @param audience who may see what is imported; {@code everyone} unless named
     * @param hosts    of the site that the archive comes from, separated by commas: links to them are links inside
     * @param source   base address of that site: links to what the archive lacks lead there
     * @param ignoreExpiry {@code true} to publish also what has expired, instead of archiving it
     * @param dryRun   {@code true} to do nothing and only report what would be done
     * @param mapping  the name of a mapping that the site keeps; without one all is imported as a dry run proposes it
     */
    @POST
    @Consumes("application/zip")
    @APIResponseSchema(value = JobResource.JobView.class, responseCode = "202")
    public Response start(
            @PathParam("site") SiteId id,
            @QueryParam("publish") @Nullable Boolean publish,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("audience") @Nullable String audience,
            @QueryParam("hosts") @Nullable String hosts,
            @QueryParam("source") @Nullable String source,
            @QueryParam("ignoreExpiry") @Nullable Boolean ignoreExpiry,
            @QueryParam("dryRun") @Nullable Boolean dryRun,
            @QueryParam("mapping") @Nullable String mapping,
            InputStream archive) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        ImportOptions options =
                ImportOptions.of(options(publish, locale, audience, hosts, source, ignoreExpiry, dryRun), site);
        return uploads.through(() -> {
            BlobStore.Stored stored = blobs.put(new BoundedStream(archive, StartImport.LARGEST));
            return once.act(stored.sha256(), () -> {
                JobId job = startImport.perform(id, stored, options, Optional.ofNullable(mapping));
                return Response.accepted(JobResource.JobView.of(jobs.get(job)))
                        .location(URI.create("/manage/v1/sites/" + id + "/jobs/" + job))
                        .build();
            });
        });
    }

    /** What became of each file, in the order of the archive. @param outcome only files with this outcome */
    @GET
    @Path("{job}/files")
    public Listing<ImportedFileView> files(
            @PathParam("site") SiteId site,
            @PathParam("job") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("50") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw Refused.query("outcome", "unknown-outcome", "outcome is one of " + String.join(", ", OUTCOMES) + ".");
        }
        JobId job = jobs.get(site, JobId.of(id)).id();
        List<ImportLine> found =
                imported.page(site, job, Optional.ofNullable(outcome), number(cursor), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> Integer.toString(last.number()), ImportedFileView::of);
    }

    private static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Refused.query("cursor", "bad-cursor", "This cursor is none of this list: read it from its start.");
        }
    }

    private static ObjectNode options(
            @Nullable Boolean publish,
            @Nullable String locale,
            @Nullable String audience,
            @Nullable String hosts,
            @Nullable String source,
            @Nullable Boolean ignoreExpiry,
            @Nullable Boolean dryRun) {
        ObjectNode options = Json.mapper().createObjectNode();
        if (publish != null) {
            options.put("publish", publish);
        }
        if (locale != null) {
            options.put("locale", locale);
        }
        if (audience != null) {
            options.put("audience", audience);
        }
        if (hosts != null) {
            List.of(hosts.split(",")).forEach(host -> options.withArray("hosts").add(host.strip()));
        }
        if (source != null) {
            options.put("source", source);
        }
        if (ignoreExpiry != null) {
            options.put("ignoreExpiry", ignoreExpiry);
        }
        if (dryRun != null) {
            options.put("dryRun", dryRun);
        }
        return options;
    }
}
