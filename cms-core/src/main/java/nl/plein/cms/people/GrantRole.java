package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
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

    /**
     * @return of the membership that has it now
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-site}
     */
    @Transactional
    public UUID onSite(PersonId person, SiteId site, Role role) {
        return grant(person, Scope.of(site), sites.get(site).agency().value(), role);
    }

    @Transactional
    public void onPlatform(PersonId person, Role role) {
        grant(person, Scope.PLATFORM, "*", role);
    }

    @Transactional
    public void inAgency(PersonId person, AgencyId agency, Role role) {
        grant(person, Scope.of(agency), agency.value(), role);
    }

    private UUID grant(PersonId person, Scope scope, String agency, Role role) {
        return memberships.of(person).stream()
                .filter(m -> m.scope().equals(scope) && m.role() == role)
                .findFirst()
                .map(Membership::id)
                .orElseGet(() -> {
                    UUID id = ids.next();
                    platform.persist(new Membership(id, person, scope, agency, role));
                    changes.countAfterCommit();
                    return id;
                });
    }
}
