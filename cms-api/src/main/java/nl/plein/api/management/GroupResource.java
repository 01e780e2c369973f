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
import java.time.Instant;
import java.util.Optional;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.GroupMembers;
import nl.plein.cms.people.GroupRole;
import nl.plein.cms.people.IssueToken;
import nl.plein.cms.publishing.ChangeGroupMembers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who belongs to a group of a site: colleagues, people of other agencies, and guests from outside. */
@Path("/manage/v1/sites/{site}/groups/{group}/members")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupResource {

    /** @param role {@code member} or {@code guest} */
    @Schema
    public record GroupMemberView(String person, String name, String role, Instant since) {

        static GroupMemberView of(GroupMembers.Named one) {
            return new GroupMemberView(
                    one.member().person().toString(),
                    one.name(),
                    one.member().role().key(),
                    one.member().since());
        }
    }

    /** @param person whom the agency knows already; without it, somebody new of this name */
    public record NewGroupMember(@Nullable String person, @Nullable String name, String role) {}

    /** @param secret the first token of somebody new, shown this once; absent for others, and if the same request is answered again */
    public record AddedGroupMember(String person, String role, @Nullable String secret) implements OneTime {

        @Override
        public AddedGroupMember withoutSecret() {
            return new AddedGroupMember(person, role, null);
        }
    }

    @Inject
    Once once;

    @Inject
    ChangeGroupMembers members;

    @Inject
    IssueToken issueToken;

    @GET
    public Listing<GroupMemberView> list(@PathParam("site") SiteId site, @PathParam("group") String group) {
        return Listing.whole(
                members.of(site, group).stream().map(GroupMemberView::of).toList());
    }

    @POST
    @APIResponseSchema(value = AddedGroupMember.class, responseCode = "201")
    public Response add(@PathParam("site") SiteId site, @PathParam("group") String group, NewGroupMember wanted) {
        GroupRole role = GroupRole.of(wanted.role());
        String name = wanted.name();
        String person = wanted.person();
        if ((person == null) == (name == null)) {
            throw new Invalid("person-or-name", "Give either a person or, for somebody new, a name.");
        }
        return once.act(() -> Response.status(201)
                .entity(name != null ? addNew(site, group, name, role) : add(site, group, String.valueOf(person), role))
                .build());
    }

    private AddedGroupMember addNew(SiteId site, String group, String name, GroupRole role) {
        PersonId person = members.addNew(site, group, name, role);
        String secret =
                issueToken.perform(person, "First token", Optional.empty()).secret();
        return new AddedGroupMember(person.toString(), role.key(), secret);
    }

    private AddedGroupMember add(SiteId site, String group, String person, GroupRole role) {
        members.add(site, group, PersonId.of(person), role);
        return new AddedGroupMember(person, role.key(), null);
    }

    @DELETE
    @Path("{person}")
    public void remove(
            @PathParam("site") SiteId site, @PathParam("group") String group, @PathParam("person") PersonId person) {
        members.remove(site, group, person);
    }
}
