package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.search.FullText;
import nl.plein.cms.search.SearchPage;
import nl.plein.cms.search.SearchRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Full text. */
@Path("/delivery/v1/sites/{site}/search")
@ApplicationScoped
public class SearchResource {

    /**
     * @param highlight HTML: the title with what matched in {@code <mark>}, all else escaped; absent if nothing in it did
     * @param excerpts  HTML likewise, from the text
     */
    @Schema(name = "SearchHit")
    public record Hit(
            String id,
            String type,
            String locale,
            String path,
            String title,
            java.time.Instant publishedAt,
            @Nullable String highlight,
            List<String> excerpts) {

        static Hit of(SearchPage.Hit hit) {
            Publication publication = hit.publication();
            return new Hit(
                    publication.entry().toString(),
                    publication.type(),
                    publication.locale(),
                    publication.path(),
                    publication.title(),
                    publication.publishedAt(),
                    hit.title().orElse(null),
                    hit.excerpts());
        }
    }

    @Inject
    Answers answers;

    @Inject
    SiteDoor door;

    @Inject
    ContentTypes types;

    @Inject
    FullText fullText;

    @GET
    public Response search(
            @Context HttpServletRequest request,
            @PathParam("site") SiteId site,
            @QueryParam("q") @Nullable String words,
            @QueryParam("type") @Nullable String type,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("count") @Nullable Boolean count,
            @QueryParam("minVersion") @Nullable Long minVersion) {
        if (words == null) {
            throw Refused.query("q", "missing-parameter", "Say what to search for: ?q=markt");
        }
        SiteDoor.Visit visit = door.enter(request, site);
        SiteDoor.refuseUnknownLocale(visit.site(), locale);
        List<String> wanted = type == null ? List.of() : List.of(type.split(","));
        wanted.forEach(types::get);
        var asked = new SearchRequest(
                words,
                wanted,
                Optional.ofNullable(locale),
                pageSize,
                Optional.ofNullable(cursor),
                Boolean.TRUE.equals(count),
                minVersion == null ? OptionalLong.empty() : OptionalLong.of(minVersion));
        SearchPage page = fullText.search(visit.site(), visit.viewer(), asked);
        return answers.of(request, visit.viewer(), page.siteVersion(), () -> listing(page));
    }

    private static Listing<Hit> listing(SearchPage page) {
        @Nullable
        Long total = page.total().isPresent() ? Long.valueOf(page.total().getAsLong()) : null;
        return new Listing<>(
                page.hits().stream().map(Hit::of).toList(),
                new Listing.Page(page.next().orElse(null)),
                total);
    }
}
