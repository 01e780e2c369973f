package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.plein.api.wire.Listing;
import nl.plein.cms.accounts.ChangeRoles;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Membership;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.Scope;
import nl.plein.cms.tenancy.SiteRef;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who holds which role on one site, beside those who hold it in the whole agency. */
@Path("/manage/v1/sites/{site}/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    /**
     * @param person a member of the site's agency
     * @param role   {@code reader}, {@code contributor}, {@code editor}, {@code publisher} or {@code administrator}
     */
    public record NewRole(String person, String role) {}

    /** A role that somebody holds on this site. */
    public record RoleView(UUID id, String person, String name, String role) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Memberships memberships;

    @Inject
    Persons persons;

    @Inject
    ChangeRoles changeRoles;

    @GET
    public Listing<RoleView> list(@PathParam("site") SiteId id) {
        access.require(Permission.SITE_MANAGE, id);
        return Listing.whole(
                memberships.on(Scope.of(id)).stream().map(this::view).toList());
    }

    @POST
    @APIResponseSchema(value = RoleView.class, responseCode = "201")
    public Response grant(@PathParam("site") SiteId id, NewRole wanted) {
        SiteRef site = access.require(Permission.SITE_MANAGE, id);
        PersonId person = PersonId.of(wanted.person());
        Role role = Role.of(wanted.role());
        return once.act(() -> {
            UUID held = changeRoles.grant(site, person, role);
            return Response.created(URI.create("/manage/v1/sites/" + id + "/roles/" + held))
                    .entity(new RoleView(
                            held, person.toString(), persons.get(person).name(), role.key()))
                    .build();
        });
    }

    @DELETE
    @Path("{role}")
    public void withdraw(@PathParam("site") SiteId id, @PathParam("role") String held) {
        SiteRef site = access.require(Permission.SITE_MANAGE, id);
        changeRoles.withdraw(site, idOf(held));
    }

    private RoleView view(Membership held) {
        return new RoleView(
                held.id(),
                held.person().toString(),
                persons.get(held.person()).name(),
                held.role().key());
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-role", "Nobody holds a role with this id on this site.");
        }
    }
}
