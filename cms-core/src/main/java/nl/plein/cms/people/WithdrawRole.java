package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.tenancy.PlatformData;

/** Takes a role away. It counts no more from the next request on. Who may is asked at the door. */
@ApplicationScoped
public class WithdrawRole {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    PeopleChanges changes;

    @Transactional
    public void perform(Membership membership) {
        Membership held = platform.find(Membership.class, membership.id());
        if (held != null) {
            platform.remove(held);
            changes.countAfterCommit();
        }
    }
}
