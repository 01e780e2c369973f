package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import nl.plein.api.wire.BoundedStream;
import nl.plein.cms.exchange.ImportOptions;
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

    @Inject
    Once once;

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
            InputStream archive) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        ImportOptions options = ImportOptions.of(options(publish, locale, audience, hosts, source), site);
        return uploads.through(() -> {
            BlobStore.Stored stored = blobs.put(new BoundedStream(archive, StartImport.LARGEST));
            return once.act(stored.sha256(), () -> {
                JobId job = startImport.perform(id, stored, options);
                return Response.accepted(JobResource.JobView.of(jobs.get(job)))
                        .location(URI.create("/manage/v1/sites/" + id + "/jobs/" + job))
                        .build();
            });
        });
    }

    private static ObjectNode options(
            @Nullable Boolean publish,
            @Nullable String locale,
            @Nullable String audience,
            @Nullable String hosts,
            @Nullable String source) {
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
        return options;
    }
}
