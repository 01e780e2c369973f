package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.IssueToken;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Role;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** People of an agency: so far, those who work by token. */
@Path("/manage/v1/agencies/{agency}/members")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    /** @param role {@code reader}, {@code contributor}, {@code editor}, {@code publisher} or {@code administrator} */
    public record NewMember(String name, String role) {}

    /** @param secret the member's first token, shown this once; absent if the same request is answered again */
    public record AddedMember(String person, String role, @Nullable String secret) implements OneTime {

        @Override
        public AddedMember withoutSecret() {
            return new AddedMember(person, role, null);
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    AddPerson addPerson;

    @Inject
    GrantRole grantRole;

    @Inject
    IssueToken issueToken;

    @POST
    @APIResponseSchema(value = AddedMember.class, responseCode = "201")
    public Response add(@PathParam("agency") AgencyId agency, NewMember wanted) {
        access.require(Permission.AGENCY_MANAGE, agency);
        Role role = roleOf(wanted.role());
        return once.act(() -> {
            PersonId person = addPerson.perform(wanted.name());
            grantRole.inAgency(person, agency, role);
            String secret =
                    issueToken.perform(person, "First token", Optional.empty()).secret();
            return Response.status(201)
                    .entity(new AddedMember(person.toString(), wanted.role(), secret))
                    .build();
        });
    }

    private static Role roleOf(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-role",
                        "There is no such role: use reader, contributor, editor, publisher or administrator."));
    }
}
