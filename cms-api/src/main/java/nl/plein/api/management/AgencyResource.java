package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.FoundAgency;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Agencies, the tenants. */
@Path("/manage/v1/agencies")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {

    /** What is sent to found one. */
    public record NewAgency(String id, String name) {}

    /** An agency as its administrators see it. */
    public record AgencyView(String id, String name, Instant foundedAt) {

        static AgencyView of(Agency agency) {
            return new AgencyView(agency.id().value(), agency.name(), agency.since());
        }
    }

    @Inject
    Once once;

    @Inject
    Agencies agencies;

    @Inject
    Access access;

    @Inject
    FoundAgency foundAgency;

    @GET
    public Listing<AgencyView> list() {
        return Listing.whole(agencies.all().stream()
                .filter(agency -> access.may(Permission.SITE_READ, agency.id()))
                .map(AgencyView::of)
                .toList());
    }

    @POST
    @APIResponseSchema(value = AgencyView.class, responseCode = "201")
    public Response found(NewAgency wanted) {
        access.require(Permission.PLATFORM_MANAGE);
        return once.act(() -> {
            Agency agency = foundAgency.perform(AgencyId.of(wanted.id()), wanted.name());
            return Response.created(URI.create("/manage/v1/agencies/" + agency.id()))
                    .entity(AgencyView.of(agency))
                    .build();
        });
    }

    @GET
    @Path("{agency}")
    public AgencyView get(@PathParam("agency") AgencyId agency) {
        access.require(Permission.SITE_READ, agency);
        return AgencyView.of(agencies.get(agency));
    }
}
