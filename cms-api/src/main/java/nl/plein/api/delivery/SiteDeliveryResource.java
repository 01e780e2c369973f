package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/** Sites, and what is the same on all their pages. */
@Path("/delivery/v1/sites")
@ApplicationScoped
public class SiteDeliveryResource {

    /** A site in the list of sites. */
    public record SiteLine(String id, String name, List<String> locales, long version) {

        static SiteLine of(SiteRef site) {
            return new SiteLine(site.id().value(), site.name(), site.locales(), site.version());
        }
    }

    @Inject
    Answers answers;

    @Inject
    Sites sites;

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    @Inject
    SiteDoor door;

    @Inject
    SiteJson siteJson;

    @GET
    @TaggedByContent
    public Listing<SiteLine> list(@Context HttpServletRequest request) {
        return Listing.whole(sites.all().stream()
                .filter(site -> agencies.in(site.agency(), () -> isOpenTo(request, site)))
                .map(SiteLine::of)
                .toList());
    }

    private boolean isOpenTo(HttpServletRequest request, SiteRef site) {
        return door.isOpenTo(request, new SiteDoor.Visit(site, access.viewerOf(site), new SiteMoment(site.version())));
    }

    @GET
    @Path("{site}")
    public Response get(@Context HttpServletRequest request, @PathParam("site") SiteId id) {
        SiteDoor.Visit visit = door.enter(request, id);
        return answers.of(
                request, visit.viewer(), visit.moment().version(), sites.tagOf(visit.site()), () -> siteJson.of(visit));
    }
}
