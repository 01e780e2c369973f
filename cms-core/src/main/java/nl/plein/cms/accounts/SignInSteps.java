package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;

/** What signing in writes, each in a short transaction of its own. */
@ApplicationScoped
class SignInSteps {

    @Inject
    Sessions sessions;

    @Inject
    Credentials credentials;

    @Inject
    AccountTrail trail;

    /** @return the session's secret */
    @Transactional
    String welcome(PersonId person, Optional<String> rehashed, String device) {
        rehashed.ifPresent(hash -> credentials.rehash(person, hash));
        String secret = sessions.start(person, device);
        trail.record(person, "accounts.sign-in");
        return secret;
    }

    @Transactional
    void refuse(Optional<PersonId> person) {
        person.ifPresentOrElse(
                known -> trail.record(known, "accounts.sign-in-refused"),
                () -> trail.recordOfUnknown("accounts.sign-in-refused"));
    }
}
