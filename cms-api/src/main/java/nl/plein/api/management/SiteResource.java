package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.LiveRoot;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.CloseSite;
import nl.plein.cms.tenancy.DeleteSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.RemoveHostname;
import nl.plein.cms.tenancy.ReopenSite;
import nl.plein.cms.tenancy.SiteHost;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sites and their hostnames. */
@Path("/manage/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SiteResource {

    /**
     * @param locales   BCP 47 tags, the default first
     * @param timeZone  of the IANA database; Europe/Amsterdam unless given
     * @param hosts     hostnames, the canonical one first
     * @param audiences for whom it has pages: {@code everyone} unless given
     * @param theme     {@code square} unless given
     */
    public record NewSite(
            String id,
            String name,
            List<String> locales,
            @Nullable String timeZone,
            @Nullable List<String> hosts,
            @Nullable List<String> audiences,
            @Nullable String theme) {

        OpenSite.Plan plan() {
            return new OpenSite.Plan(
                    SiteId.of(id),
                    name,
                    Optional.ofNullable(timeZone).orElse("Europe/Amsterdam"),
                    locales,
                    all(hosts).stream().map(Hostname::of).toList(),
                    audiences == null
                            ? List.of(Audience.EVERYONE)
                            : audiences.stream().map(Audience::of).toList(),
                    Optional.ofNullable(theme).orElse(OpenSite.USUAL_THEME));
        }

        private static List<String> all(@Nullable List<String> list) {
            return list == null ? List.of() : list;
        }
    }

    /**
     * @param state       {@code open} or {@code closed}
     * @param liveVersion the version that visitors get; absent before the first render
     * @param may         the permissions that the caller has on it, by their keys
     */
    public record SiteView(
            String id,
            String agency,
            String name,
            String state,
            long version,
            @Nullable Long liveVersion,
            List<String> locales,
            String timeZone,
            List<HostView> hosts,
            List<String> may) {

        /** A hostname of the site. */
        public record HostView(String host, boolean canonical) {}
    }

    /** @param state {@code open} or {@code closed} */
    public record NewState(String state) {}

    /** @param canonical whether the others redirect to it */
    public record NewHost(String host, @Nullable Boolean canonical) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Sites sites;

    @Inject
    LiveSites live;

    @Inject
    OpenSite openSite;

    @Inject
    CloseSite closeSite;

    @Inject
    ReopenSite reopenSite;

    @Inject
    DeleteSite deleteSite;

    @Inject
    AddHostname addHostname;

    @Inject
    RemoveHostname removeHostname;

    @GET
    @Path("sites")
    public Listing<SiteView> list() {
        return Listing.whole(
                sites.all().stream().filter(access::mayRead).map(this::view).toList());
    }

    @POST
    @Path("agencies/{agency}/sites")
    @APIResponseSchema(value = SiteView.class, responseCode = "201")
    public Response found(@PathParam("agency") AgencyId agency, NewSite wanted) {
        access.require(Permission.AGENCY_MANAGE, agency);
        return once.act(() -> {
            SiteRef site = openSite.perform(agency, wanted.plan());
            return Response.created(URI.create("/manage/v1/sites/" + site.id()))
                    .entity(view(site))
                    .build();
        });
    }

    @GET
    @Path("sites/{site}")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response get(@PathParam("site") SiteId id) {
        SiteRef site = access.require(Permission.SITE_READ, id);
        String tag = sites.tagOf(site);
        return Response.ok(view(site)).header("ETag", "\"" + tag + "\"").build();
    }

    /** Closes it to visitors, or opens it again. If-Match names the site, or is {@code *}. */
    @PUT
    @Path("sites/{site}/state")
    public SiteView changeState(
            @PathParam("site") SiteId id, @HeaderParam("If-Match") @Nullable String ifMatch, NewState wanted) {
        access.require(Permission.SITE_MANAGE, id);
        Seen seen = Conditions.seen(ifMatch);
        switch (wanted.state()) {
            case "open" -> reopenSite.perform(id, seen);
            case "closed" -> closeSite.perform(id, seen);
            default -> throw new Invalid("unknown-state", "A site is \"open\" or \"closed\".");
        }
        return view(sites.get(id));
    }

    /** Deletes a closed site with all that is in it, for good. */
    @DELETE
    @Path("sites/{site}")
    public void delete(@PathParam("site") SiteId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.AGENCY_MANAGE, id);
        deleteSite.perform(id, Conditions.seen(ifMatch));
    }

    @POST
    @Path("sites/{site}/hostnames")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response addHost(@PathParam("site") SiteId id, NewHost wanted) {
        SiteRef site = access.require(Permission.SITE_MANAGE, id);
        boolean canonical = Boolean.TRUE.equals(wanted.canonical());
        return once.act(() -> {
            addHostname.perform(
                    id, Hostname.of(wanted.host()), canonical ? AddHostname.Rank.CANONICAL : AddHostname.Rank.ALIAS);
            return Response.ok(view(site)).build();
        });
    }

    /** If-Match names the site, or is {@code *}. */
    @DELETE
    @Path("sites/{site}/hostnames/{host}")
    public void removeHost(
            @PathParam("site") SiteId id,
            @PathParam("host") String host,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.SITE_MANAGE, id);
        removeHostname.perform(id, Hostname.of(host), Conditions.seen(ifMatch));
    }

    private SiteView view(SiteRef site) {
        return new SiteView(
                site.id().value(),
                site.agency().value(),
                site.name(),
                site.state().name().toLowerCase(Locale.ROOT),
                site.version(),
                live.liveRoot(site.id()).map(LiveRoot::version).orElse(null),
                site.locales(),
                site.timeZone(),
                sites.hostsOf(site.id()).stream()
                        .map((SiteHost host) -> new SiteView.HostView(host.host(), host.isCanonical()))
                        .toList(),
                Arrays.stream(Permission.values())
                        .filter(permission -> access.may(permission, site))
                        .map(Permission::key)
                        .toList());
    }
}
