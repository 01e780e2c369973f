package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Person;

/** Gives somebody the password they chose by a one-time link. It ends all their sessions and uses the link up. */
@ApplicationScoped
public class ChoosePassword {

    @Inject
    OneTimeLinks links;

    @Inject
    Passwords passwords;

    @Inject
    PasswordSteps steps;

    /**
     * @param mail to sign in with, of somebody who has none yet; else empty
     * @throws nl.plein.cms.kernel.Conflict {@code mail-in-use}
     */
    public ChosenPassword perform(String link, String password, Optional<MailAddress> mail) {
        Optional<OneTimeLinks.For> found = links.find(link);
        if (found.isEmpty()) {
            return ChosenPassword.DEAD_LINK;
        }
        Person person = found.get().person();
        Optional<ChosenPassword> bad = PasswordRules.whyNot(password, person);
        if (bad.isPresent()) {
            return bad.get();
        }
        // Outside of a transaction: it takes long.
        return passwords
                .hash(password)
                .map(hash -> steps.byLink(link, found.get(), hash, mail))
                .orElse(ChosenPassword.BUSY);
    }
}
