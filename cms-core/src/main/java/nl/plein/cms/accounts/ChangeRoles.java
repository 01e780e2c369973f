package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Membership;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.Scope;
import nl.plein.cms.people.WithdrawRole;
import nl.plein.cms.tenancy.SiteRef;

/** Gives and takes roles in an agency and on its sites. They count from the next request on. Who may is asked at the door. */
@ApplicationScoped
public class ChangeRoles {

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    GrantRole grantRole;

    @Inject
    WithdrawRole withdrawRole;

    @Inject
    Audit audit;

    /**
     * Of somebody who has a role somewhere in the site's agency. Idempotent.
     *
     * @return the id of the role held
     * @throws NotFound {@code unknown-person}
     */
    @Transactional
    public UUID grant(SiteRef site, PersonId person, Role role) {
        requireMember(site.agency(), person);
        UUID held = grantRole.onSite(person, site.id(), role);
        record("accounts.grant-role", person, Scope.of(site.id()), role);
        return held;
    }

    /** @throws NotFound {@code unknown-role} if it is not held for this site */
    @Transactional
    public void withdraw(SiteRef site, UUID held) {
        Membership membership = memberships
                .find(held)
                .filter(found -> found.scope().equals(Scope.of(site.id())))
                .orElseThrow(() -> new NotFound("unknown-role", "Nobody holds a role with this id on this site."));
        withdraw(membership);
    }

    /**
     * Takes all roles in an agency and on its sites.
     *
     * @throws NotFound {@code unknown-person}
     */
    @Transactional
    public void withdrawAll(AgencyId agency, PersonId person) {
        requireMember(agency, person);
        memberships.of(person).stream()
                .filter(membership -> membership.liesIn(agency))
                .forEach(this::withdraw);
    }

    /** @throws NotFound {@code unknown-person} for one who is not there, and for one of others */
    void requireMember(AgencyId agency, PersonId person) {
        if (memberships.of(person).stream().noneMatch(membership -> membership.liesIn(agency))) {
            throw Persons.unknown();
        }
    }

    private void withdraw(Membership membership) {
        withdrawRole.perform(membership);
        record("accounts.withdraw-role", membership.person(), membership.scope(), membership.role());
    }

    private void record(String action, PersonId person, Scope scope, Role role) {
        audit.record(
                action,
                "person/" + person,
                Json.mapper().createObjectNode().put(scope.kind(), scope.id()).put("role", role.key()));
    }
}
