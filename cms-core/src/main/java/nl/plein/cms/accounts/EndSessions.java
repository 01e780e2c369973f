package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;

/** Ends sessions: on the platform and on all sites, with the next request. */
@ApplicationScoped
public class EndSessions {

    @Inject
    Sessions sessions;

    @Inject
    AccountTrail trail;

    /** @throws NotFound {@code unknown-session} if it is none of this person's */
    @Transactional
    public void one(PersonId person, UUID session) {
        if (!sessions.end(person, session)) {
            throw new NotFound("unknown-session", "You have no such session. GET /identity/v1/sessions lists yours.");
        }
        trail.record(person, "accounts.sign-out");
    }

    @Transactional
    public void all(PersonId person) {
        sessions.endAll(person, Optional.empty());
        trail.record(person, "accounts.sign-out-everywhere");
    }

    /** All but this one. */
    @Transactional
    public void others(PersonId person, UUID session) {
        sessions.endAll(person, Optional.of(session));
        trail.record(person, "accounts.sign-out-elsewhere");
    }
}
