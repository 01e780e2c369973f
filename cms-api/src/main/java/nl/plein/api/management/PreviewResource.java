package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.previews.MakePreview;
import nl.plein.cms.previews.Preview;
import nl.plein.cms.previews.PreviewId;
import nl.plein.cms.previews.PreviewSubject;
import nl.plein.cms.previews.Previews;
import nl.plein.cms.previews.RevokePreview;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.schedules.DueTime;
import nl.plein.cms.tenancy.SiteHost;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Links by which people see what is not published yet. */
@Path("/manage/v1/sites/{site}/previews")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {

    private static final Duration USUAL = Duration.ofDays(7);

    /**
     * Of all drafts, or of a release, or of a time to come.
     *
     * @param audience  as whom the site is seen
     * @param at        as the site's clock shows it, or with an offset
     * @param expiresAt likewise; absent for a week from now
     */
    public record NewPreview(
            String name, String audience, @Nullable String release, @Nullable String at, @Nullable String expiresAt) {

        PreviewSubject subject(SiteRef site) {
            if (release != null && at != null) {
                throw new Invalid("bad-preview", "Preview a \"release\" or a time (\"at\"), not both.");
            }
            if (release != null) {
                return new PreviewSubject.OfRelease(ReleaseId.of(release));
            }
            return at == null
                    ? new PreviewSubject.Drafts()
                    : new PreviewSubject.AtTime(DueTime.of(at, site.zone()).at());
        }

        Instant end(SiteRef site, Instant now) {
            return expiresAt == null
                    ? now.plus(USUAL)
                    : DueTime.of(expiresAt, site.zone()).at();
        }
    }

    /**
     * @param shows {@code drafts}, {@code release} or {@code date}
     * @param state {@code open}, {@code expired} or {@code revoked}
     */
    public record PreviewView(
            String id,
            String name,
            String shows,
            @Nullable String release,
            @Nullable Instant at,
            String audience,
            String state,
            @Nullable String person,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {

        static PreviewView of(Preview preview, Instant now) {
            PreviewSubject subject = preview.subject();
            return new PreviewView(
                    preview.id().toString(),
                    preview.name(),
                    shows(subject),
                    subject instanceof PreviewSubject.OfRelease one
                            ? one.release().toString()
                            : null,
                    subject instanceof PreviewSubject.AtTime one ? one.at() : null,
                    preview.audience().value(),
                    state(preview, now),
                    preview.person().map(Object::toString).orElse(null),
                    preview.created(),
                    preview.expires(),
                    preview.revoked().orElse(null));
        }

        private static String shows(PreviewSubject subject) {
            if (subject instanceof PreviewSubject.OfRelease) {
                return "release";
            }
            return subject instanceof PreviewSubject.AtTime ? "date" : "drafts";
        }

        private static String state(Preview preview, Instant now) {
            if (preview.revoked().isPresent()) {
                return "revoked";
            }
            return now.isBefore(preview.expires()) ? "open" : "expired";
        }
    }

    /**
     * @param url   the link; shown this once, absent if the same request is answered again
     * @param frame the path on this host at which a page of this host may show it in a frame; likewise
     */
    public record MadePreview(PreviewView preview, @Nullable String url, @Nullable String frame) implements OneTime {

        @Override
        public MadePreview withoutSecret() {
            return new MadePreview(preview, null, null);
        }
    }

    @Inject
    HttpServletRequest request;

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Sites sites;

    @Inject
    Previews previews;

    @Inject
    MakePreview makePreview;

    @Inject
    RevokePreview revokePreview;

    @Inject
    Clock clock;

    /** Newest first, also those that are over. */
    @GET
    public Listing<PreviewView> list(
            @PathParam("site") SiteId site,
            @QueryParam("cursor") @Nullable String before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        List<Preview> found = previews.page(site, Listing.idIn(before), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), one -> PreviewView.of(one, clock.instant()));
    }

    /** The link is told this once. */
    @POST
    @APIResponseSchema(value = MadePreview.class, responseCode = "201")
    public Response make(@PathParam("site") SiteId site, NewPreview wanted) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        PreviewSubject subject = wanted.subject(ref);
        Audience audience = Audience.of(wanted.audience());
        Instant end = wanted.end(ref, clock.instant());
        return once.act(() -> {
            MakePreview.Made made = makePreview.perform(site, wanted.name(), subject, audience, end);
            String id = made.preview().id().toString();
            return Response.created(URI.create("/manage/v1/sites/" + site + "/previews/" + id))
                    .entity(new MadePreview(
                            PreviewView.of(made.preview(), clock.instant()),
                            originOf(site) + "/preview/" + id + "/?token=" + made.secret(),
                            "/framed/" + site + "/" + id + "/" + made.frameKey() + "/"))
                    .build();
        });
    }

    @GET
    @Path("{preview}")
    public PreviewView get(@PathParam("site") SiteId site, @PathParam("preview") String id) {
        access.require(Permission.CONTENT_WRITE, site);
        return PreviewView.of(previews.get(site, PreviewId.of(id)), clock.instant());
    }

    /** Closes the link with the next request. It stays in the list. */
    @DELETE
    @Path("{preview}")
    public void revoke(@PathParam("site") SiteId site, @PathParam("preview") String id) {
        access.require(Permission.CONTENT_WRITE, site);
        revokePreview.perform(site, PreviewId.of(id));
    }

    /** Where visitors find the site. A site without a host has no pages, and so no previews. */
    private String originOf(SiteId site) {
        String host = sites.hostsOf(site).stream()
                .filter(SiteHost::isCanonical)
                .map(SiteHost::host)
                .findFirst()
                .orElseThrow(() -> new Invalid("no-host", "Give the site a hostname first: previews are shown there."));
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80) || port <= 0;
        return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }
}
