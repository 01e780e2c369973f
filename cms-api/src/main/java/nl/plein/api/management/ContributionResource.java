package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.participation.ContributionKind;
import nl.plein.cms.participation.ContributionRef;
import nl.plein.cms.participation.Contributions;
import nl.plein.cms.participation.DeleteContribution;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What visitors sent by forms. Those who publish read it, and nobody else: it may name people. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContributionResource {

    private static final int CHUNK = 1_000;

    /** What a visitor sent, as it was written. */
    public record ContributionView(
            String id,
            String kind,
            String locale,
            String path,
            @Nullable String answer,
            @Nullable String name,
            @Nullable String email,
            @Nullable String text,
            Instant receivedAt) {

        static ContributionView of(ContributionRef one) {
            return new ContributionView(
                    one.id().toString(),
                    one.kind().key(),
                    one.locale(),
                    one.path(),
                    given(one.answer()),
                    given(one.name()),
                    given(one.email()),
                    given(one.text()),
                    one.receivedAt());
        }

        private static @Nullable String given(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** How often visitors found a page useful, and how often not. */
    public record UsefulnessView(String path, long yes, long no) {}

    @Inject
    Access access;

    @Inject
    Contributions contributions;

    @Inject
    DeleteContribution deleteContribution;

    /** Newest first. */
    @GET
    @Path("contributions")
    public Listing<ContributionView> list(
            @PathParam("site") SiteId site,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("cursor") @Nullable String after,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_PUBLISH, site);
        List<ContributionRef> found = contributions.page(
                site, kindOf(kind), Listing.idIn(after).map(ContributionId::new), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), ContributionView::of);
    }

    @GET
    @Path("contributions/{contribution}")
    public ContributionView get(@PathParam("site") SiteId site, @PathParam("contribution") ContributionId id) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return ContributionView.of(contributions.get(site, id));
    }

    @DELETE
    @Path("contributions/{contribution}")
    public void delete(@PathParam("site") SiteId site, @PathParam("contribution") ContributionId id) {
        access.require(Permission.CONTENT_PUBLISH, site);
        deleteContribution.perform(site, id);
    }

    /** The pages that most visitors found of no use come first. */
    @GET
    @Path("usefulness")
    public Listing<UsefulnessView> usefulness(@PathParam("site") SiteId site) {
        access.require(Permission.CONTENT_PUBLISH, site);
        return Listing.whole(contributions.usefulness(site, Listing.LARGEST_PAGE).stream()
                .map(one -> new UsefulnessView(one.path(), one.yes(), one.no()))
                .toList());
    }

    /** All, as a table. */
    @GET
    @Path("contribution-table")
    @Produces("text/csv")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response table(@PathParam("site") SiteId site, @QueryParam("kind") @Nullable String kind) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Optional<ContributionKind> wanted = kindOf(kind);
        StringBuilder table = new StringBuilder(
                Csv.line(List.of("receivedAt", "kind", "locale", "path", "answer", "name", "email", "text", "id")));
        Optional<ContributionId> last = Optional.empty();
        List<ContributionRef> chunk;
        do {
            chunk = contributions.page(site, wanted, last, CHUNK);
            chunk.forEach(one -> table.append(Csv.line(List.of(
                    one.receivedAt().toString(),
                    one.kind().key(),
                    one.locale(),
                    one.path(),
                    one.answer(),
                    one.name(),
                    one.email(),
                    one.text(),
                    one.id().toString()))));
            last = chunk.isEmpty()
                    ? last
                    : Optional.of(chunk.get(chunk.size() - 1).id());
        } while (chunk.size() == CHUNK && table.length() < Csv.LARGEST);
        return Response.ok(table.toString().getBytes(StandardCharsets.UTF_8))
                .type("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + site + "-contributions.csv\"")
                .build();
    }

    private static Optional<ContributionKind> kindOf(@Nullable String kind) {
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(ContributionKind.named(kind)
                .orElseThrow(() -> Refused.query("kind", "unknown-kind", "Kinds are message and verdict.")));
    }
}
