package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;

/** Changes the password of somebody who is signed in and knows the old one. It ends all their other sessions. */
@ApplicationScoped
public class ChangePassword {

    @Inject
    Persons persons;

    @Inject
    Credentials credentials;

    @Inject
    Passwords passwords;

    @Inject
    Attempts attempts;

    @Inject
    PasswordSteps steps;

    /** @param address from which it is tried */
    public ChosenPassword perform(SignedIn who, String old, String password, String address) {
        Person person = persons.get(who.caller().person().orElseThrow());
        if (!attempts.mayTry("change " + person.id(), address)) {
            return ChosenPassword.TOO_MANY;
        }
        Optional<Boolean> right = passwords.isRight(old, credentials.hashOf(person.id()));
        if (right.isEmpty()) {
            return ChosenPassword.BUSY;
        }
        if (!right.get()) {
            attempts.failed(address);
            return ChosenPassword.WRONG;
        }
        Optional<ChosenPassword> bad = PasswordRules.whyNot(password, person);
        if (bad.isPresent()) {
            return bad.get();
        }
        return passwords
                .hash(password)
                .map(hash -> steps.bySession(who, person, hash))
                .orElse(ChosenPassword.BUSY);
    }
}
