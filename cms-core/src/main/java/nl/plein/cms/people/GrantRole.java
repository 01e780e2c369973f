package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.Sites;

/** Gives a person a role. Idempotent. Who may grant it is asked at the door. */
@ApplicationScoped
public class GrantRole {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    PeopleChanges changes;

    @Inject
    Memberships memberships;

    @Inject
    Sites sites;

    @Inject
    Ids ids;

    @Transactional
    public void onPlatform(PersonId person, Role role) {
        grant(person, Scope.PLATFORM, "*", role);
    }

    @Transactional
    public void inAgency(PersonId person, AgencyId agency, Role role) {
        grant(person, Scope.of(agency), agency.value(), role);
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-site} */
    @Transactional
    public void onSite(PersonId person, SiteId site, Role role) {
        grant(person, Scope.of(site), sites.get(site).agency().value(), role);
    }

    private void grant(PersonId person, Scope scope, String agency, Role role) {
        boolean held = memberships.of(person).stream().anyMatch(m -> m.scope().equals(scope) && m.role() == role);
        if (!held) {
            platform.persist(new Membership(ids.next(), person, scope, agency, role));
            changes.countAfterCommit();
        }
    }
}
