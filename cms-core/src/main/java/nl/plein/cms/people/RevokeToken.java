package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** Ends a token at once. */
@ApplicationScoped
public class RevokeToken {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    PeopleChanges changes;

    @Inject
    Event<Deed> deeds;

    /** @throws NotFound {@code unknown-token} if this person has no such token */
    @Transactional
    public void perform(PersonId person, UUID id) {
        ApiToken token = platform.find(ApiToken.class, id);
        if (token == null || !token.person().equals(person)) {
            throw new NotFound("unknown-token", "You have no token with this id. GET /manage/v1/tokens lists yours.");
        }
        platform.remove(token);
        changes.countAfterCommit();
        deeds.fire(Deed.of("people.revoke-token", "person/" + person, Map.of("token", id.toString())));
    }
}
