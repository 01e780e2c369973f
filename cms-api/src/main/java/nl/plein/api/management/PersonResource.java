package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.wire.Listing;
import nl.plein.cms.accounts.AdmitMember;
import nl.plein.cms.accounts.ChangeRoles;
import nl.plein.cms.accounts.KeepOut;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.IssueToken;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Membership;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** People of an agency: those who sign in, and those who work by token. */
@Path("/manage/v1/agencies/{agency}/members")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    /**
     * @param role     {@code reader}, {@code contributor}, {@code editor}, {@code publisher} or {@code administrator}
     * @param mail     of one who is to sign in; absent for one who works by token
     * @param language of mails to them: {@code nl} unless given, or {@code en}
     */
    public record NewMember(String name, String role, @Nullable String mail, @Nullable String language) {}

    /**
     * @param secret of one who works by token: the first token, shown this once; absent if the same request is answered again
     * @param link   of one who signs in, if no mail can be sent: to be handed over; shown this once
     */
    public record AddedMember(String person, String role, @Nullable String secret, @Nullable String link)
            implements OneTime {

        @Override
        public AddedMember withoutSecret() {
            return new AddedMember(person, role, null, null);
        }
    }

    /**
     * @param mail  absent for one who works by token
     * @param state {@code active} or {@code blocked}
     */
    public record MemberView(String person, String name, @Nullable String mail, String state, List<HeldRole> roles) {

        /** @param site absent for a role in the whole agency */
        public record HeldRole(UUID id, String role, @Nullable String site) {

            static HeldRole of(Membership held) {
                return new HeldRole(
                        held.id(),
                        held.role().key(),
                        held.scope().kind().equals("site") ? held.scope().id() : null);
            }
        }
    }

    /** @param state {@code active} or {@code blocked} */
    public record NewMemberState(String state) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    AdmitMember admitMember;

    @Inject
    ChangeRoles changeRoles;

    @Inject
    KeepOut keepOut;

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    IssueToken issueToken;

    @GET
    public Listing<MemberView> list(@PathParam("agency") AgencyId agency) {
        access.require(Permission.AGENCY_MANAGE, agency);
        List<Membership> all = memberships.in(agency);
        var ids = new LinkedHashSet<PersonId>();
        all.forEach(membership -> ids.add(membership.person()));
        return Listing.whole(ids.stream().map(id -> view(persons.get(id), all)).toList());
    }

    @POST
    @APIResponseSchema(value = AddedMember.class, responseCode = "201")
    public Response add(@PathParam("agency") AgencyId agency, NewMember wanted) {
        access.require(Permission.AGENCY_MANAGE, agency);
        Role role = Role.of(wanted.role());
        Optional<MailAddress> mail = Optional.ofNullable(wanted.mail()).map(MailAddress::of);
        String language = language(wanted.language());
        return once.act(() -> Response.status(201)
                .entity(
                        mail.isPresent()
                                ? asked(agency, wanted, mail.get(), language, role)
                                : withToken(agency, wanted, role))
                .build());
    }

    private AddedMember asked(AgencyId agency, NewMember wanted, MailAddress mail, String language, Role role) {
        var admitted = admitMember.byMail(agency, wanted.name(), mail, language, role);
        return new AddedMember(
                admitted.person().toString(),
                wanted.role(),
                null,
                admitted.link().orElse(null));
    }

    private AddedMember withToken(AgencyId agency, NewMember wanted, Role role) {
        PersonId person = admitMember.byToken(agency, wanted.name(), role);
        String secret =
                issueToken.perform(person, "First token", Optional.empty()).secret();
        return new AddedMember(person.toString(), wanted.role(), secret, null);
    }

    /** Takes all roles in the agency and on its sites. */
    @DELETE
    @Path("{person}")
    public void remove(@PathParam("agency") AgencyId agency, @PathParam("person") PersonId person) {
        access.require(Permission.AGENCY_MANAGE, agency);
        changeRoles.withdrawAll(agency, person);
    }

    /** Blocks a member, or lets them in again. Idempotent. */
    @PUT
    @Path("{person}/state")
    public MemberView changeState(
            @PathParam("agency") AgencyId agency, @PathParam("person") PersonId person, NewMemberState wanted) {
        access.require(Permission.AGENCY_MANAGE, agency);
        switch (wanted.state()) {
            case "blocked" -> keepOut.block(agency, person);
            case "active" -> keepOut.letIn(agency, person);
            default -> throw new Invalid("unknown-state", "A member is \"active\" or \"blocked\".");
        }
        return view(persons.get(person), memberships.in(agency));
    }

    /** Signs a member out everywhere. */
    @DELETE
    @Path("{person}/sessions")
    public void endSessions(@PathParam("agency") AgencyId agency, @PathParam("person") PersonId person) {
        access.require(Permission.AGENCY_MANAGE, agency);
        keepOut.endSessions(agency, person);
    }

    private static MemberView view(Person person, List<Membership> all) {
        return new MemberView(
                person.id().toString(),
                person.name(),
                person.mail().map(Object::toString).orElse(null),
                person.isBlocked() ? "blocked" : "active",
                all.stream()
                        .filter(held -> held.person().equals(person.id()))
                        .map(MemberView.HeldRole::of)
                        .toList());
    }

    private static String language(@Nullable String wanted) {
        if (wanted != null && !List.of("nl", "en").contains(wanted)) {
            throw new Invalid("unknown-language", "Mails are written in \"nl\" or \"en\".");
        }
        return wanted == null ? "nl" : wanted;
    }
}
