package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Permission;

/**
 * Blocks members of an agency, lets them in again, ends their sessions. Whoever is a member elsewhere too, or holds a role on the
 * platform, is not one agency's to keep out.
 */
@ApplicationScoped
public class KeepOut {

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Memberships memberships;

    @Inject
    ChangeRoles roles;

    @Inject
    BlockPerson blockPerson;

    @Inject
    Sessions sessions;

    @Inject
    Audit audit;

    /**
     * Ends all sessions, too. Idempotent.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-person}
     * @throws NotPermitted                 {@code member-of-others}
     * @throws Conflict                     {@code own-account}
     */
    @Transactional
    public void block(AgencyId agency, PersonId person) {
        requireOwn(agency, person);
        if (calling.current().person().equals(Optional.of(person))) {
            throw new Conflict("own-account", "You can't block yourself: ask another administrator.");
        }
        blockPerson.block(person);
        sessions.endAll(person, Optional.empty());
        record("accounts.block", person);
    }

    /**
     * Idempotent.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-person}
     * @throws NotPermitted                 {@code member-of-others}
     */
    @Transactional
    public void letIn(AgencyId agency, PersonId person) {
        requireOwn(agency, person);
        blockPerson.letIn(person);
        record("accounts.let-in", person);
    }

    /**
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-person}
     * @throws NotPermitted                 {@code member-of-others}
     */
    @Transactional
    public void endSessions(AgencyId agency, PersonId person) {
        requireOwn(agency, person);
        sessions.endAll(person, Optional.empty());
        record("accounts.end-sessions", person);
    }

    private void requireOwn(AgencyId agency, PersonId person) {
        roles.requireMember(agency, person);
        boolean others = memberships.of(person).stream().anyMatch(membership -> !membership.liesIn(agency));
        if (others && !access.may(Permission.PLATFORM_MANAGE)) {
            throw new NotPermitted(
                    "member-of-others",
                    "This person is a member elsewhere, too: take the roles here away, or ask an administrator of the platform.");
        }
    }

    private void record(String action, PersonId person) {
        audit.record(action, "person/" + person, Json.mapper().createObjectNode());
    }
}
