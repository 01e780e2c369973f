package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Published entries: one by id, one by path, and lists. */
@Path("/delivery/v1/sites/{site}")
@ApplicationScoped
public class EntryDeliveryResource {

    /** How one entry is wanted. */
    public static class OneEntry {
        @QueryParam("version")
        @Nullable
        Long version;

        @QueryParam("at")
        @Nullable
        String at;

        @QueryParam("fields")
        @Nullable
        String fields;

        @QueryParam("expand")
        @Nullable
        String expand;
    }

    @Inject
    Answers answers;

    @Inject
    SiteDoor door;

    @Inject
    Publications publications;

    @Inject
    EntryJson entryJson;

    @Inject
    EntryListing listing;

    @Inject
    KnownMembers known;

    @GET
    @Path("entries")
    public Response list(
            @Context HttpServletRequest request, @PathParam("site") SiteId site, @BeanParam ListParameters wanted) {
        return listing.answer(request, door.enter(request, site), wanted);
    }

    /** @param locale the site's first one, unless named */
    @GET
    @Path("entries/{entry}")
    public Response byId(
            @Context HttpServletRequest request,
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @QueryParam("locale") @Nullable String locale,
            @BeanParam OneEntry wanted) {
        SiteDoor.Visit visit = door.at(door.enter(request, site), wanted.version, wanted.at);
        SiteDoor.refuseUnknownLocale(visit.site(), locale);
        known.refuseUnknown(null, wanted.fields, wanted.expand);
        String in = Optional.ofNullable(locale).orElse(visit.site().defaultLocale());
        Reads.of(request).speakOf(visit.moment().version());
        return answers.of(request, visit.viewer(), visit.moment().version(), () -> publications
                .byId(site, entry, in, visit.viewer(), visit.moment())
                .map(found -> json(request, visit, found, wanted))
                .orElseThrow(() -> new NotFound(
                        "unknown-entry",
                        "There is no entry with this id in the locale \"" + in + "\" on this site: ask for another"
                                + " locale, or GET /delivery/v1/sites/" + site + "/entries for those there are.")));
    }

    /** @param path as in a page's address, with the prefix of its locale */
    @GET
    @Path("paths")
    public Response byPath(
            @Context HttpServletRequest request,
            @PathParam("site") SiteId site,
            @QueryParam("path") @Nullable String path,
            @BeanParam OneEntry wanted) {
        if (path == null || !path.startsWith("/")) {
            throw Refused.query("path", "bad-path", "Give the path of a page, from its first slash: ?path=/nieuws/x");
        }
        SiteDoor.Visit visit = door.at(door.enter(request, site), wanted.version, wanted.at);
        known.refuseUnknown(null, wanted.fields, wanted.expand);
        PathAnswer answer = publications.byPath(site, path, visit.viewer(), visit.moment());
        if (answer instanceof PathAnswer.Found found) {
            Reads reads = Reads.of(request);
            reads.path(path);
            reads.speakOf(visit.moment().version());
            return answers.of(
                    request,
                    visit.viewer(),
                    visit.moment().version(),
                    () -> json(request, visit, found.publication(), wanted));
        } else if (answer instanceof PathAnswer.Moved moved) {
            return Response.status(moved.status())
                    .location(URI.create(target(site, moved.to())))
                    .header("Site-Version", visit.moment().version())
                    .build();
        } else if (answer instanceof PathAnswer.Gone) {
            throw new Refused(410, "gone", "There was a page at this path, and it was taken away.");
        }
        throw new NotFound("unknown-path", "There is no page at this path on this site.");
    }

    /** A page of this site is asked for by path again; an address elsewhere is what it is. */
    private static String target(SiteId site, String to) {
        return to.startsWith("/")
                ? "/delivery/v1/sites/" + site + "/paths?path="
                        + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8)
                : to;
    }

    private JsonNode json(HttpServletRequest request, SiteDoor.Visit visit, Publication publication, OneEntry wanted) {
        var question = new EntryJson.Question(
                visit.site(),
                visit.viewer(),
                visit.moment(),
                Expansion.of(wanted.expand),
                EntryJson.Wanted.of(wanted.fields),
                Reads.of(request));
        return entryJson.of(question, java.util.List.of(publication)).get(0);
    }
}
