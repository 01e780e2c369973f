package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;

/** Signs somebody in by mail address and password. Takes as long, and says the same, whether there is such an account or not. */
@ApplicationScoped
public class SignIn {

    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    @Inject
    Persons persons;

    @Inject
    Credentials credentials;

    @Inject
    Passwords passwords;

    @Inject
    Attempts attempts;

    @Inject
    SignInSteps steps;

    /**
     * @param device  what the browser says it is
     * @param address from which it is tried
     */
    public SignInOutcome perform(String typed, String password, String device, String address) {
        String account = MailAddress.plain(typed);
        if (!attempts.mayTry(account, address)) {
            return SignInOutcome.Refused.TOO_MANY;
        }
        Optional<Person> person = persons.byMail(new MailAddress(account));
        Optional<String> hash = credentials.hashOf(person.map(Person::id).orElse(NOBODY));
        // Outside of a transaction: it takes long.
        Optional<Boolean> right = passwords.isRight(password, hash);
        if (right.isEmpty()) {
            return SignInOutcome.Refused.BUSY;
        }
        if (!right.get() || person.isEmpty() || person.get().isBlocked()) {
            attempts.failed(address);
            steps.refuse(person.map(Person::id));
            return SignInOutcome.Refused.WRONG;
        }
        Optional<String> rehashed = hash.filter(Passwords::isOutdated).flatMap(old -> passwords.hash(password));
        return new SignInOutcome.Welcome(steps.welcome(person.get().id(), rehashed, device));
    }
}
