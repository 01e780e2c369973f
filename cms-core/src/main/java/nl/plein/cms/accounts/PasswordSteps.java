package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.ReachPerson;

/** What a new password writes, in one transaction. */
@ApplicationScoped
class PasswordSteps {

    @Inject
    OneTimeLinks links;

    @Inject
    Credentials credentials;

    @Inject
    Sessions sessions;

    @Inject
    Persons persons;

    @Inject
    ReachPerson reachPerson;

    @Inject
    AccountMails mails;

    @Inject
    AccountTrail trail;

    @Transactional
    ChosenPassword byLink(String link, OneTimeLinks.For found, String hash, Optional<MailAddress> mail) {
        if (!links.useUp(link)) {
            return ChosenPassword.DEAD_LINK;
        }
        Person person = persons.get(found.person().id());
        if (person.mail().isEmpty()) {
            mail.ifPresent(address -> reachPerson.perform(person.id(), address, person.language()));
        }
        sessions.endAll(person.id(), Optional.empty());
        set(person, hash);
        if (found.purpose() == LinkPurpose.RESET) {
            person.mail().ifPresent(address -> mails.enqueue(MailKind.CHANGED, address, person.language(), ""));
        }
        return ChosenPassword.SET;
    }

    @Transactional
    ChosenPassword bySession(SignedIn who, Person person, String hash) {
        sessions.endAll(person.id(), Optional.of(who.session()));
        set(person, hash);
        person.mail().ifPresent(address -> mails.enqueue(MailKind.CHANGED, address, person.language(), ""));
        return ChosenPassword.SET;
    }

    private void set(Person person, String hash) {
        credentials.set(person.id(), hash);
        links.forgetOf(person.id());
        trail.record(person.id(), "accounts.set-password");
    }
}
