package nl.plein.cms.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.Migrations;

/**
 * While the first administrator has no password, each start prints a link to choose one: it works once, for a day, and the one of
 * the start before no more.
 */
@ApplicationScoped
public class WelcomeAdministrator {

    private static final Logger LOG = System.getLogger(WelcomeAdministrator.class.getName());

    @Inject
    Persons persons;

    @Inject
    Credentials credentials;

    @Inject
    OneTimeLinks links;

    @Transactional
    void start(@Observes @Priority(Migrations.FIRST + 20) Startup event) {
        persons.firstAdministrator()
                .filter(person -> credentials.hashOf(person.id()).isEmpty())
                .map(Person::id)
                .map(person -> links.make(person, LinkPurpose.FIRST_ADMINISTRATOR))
                .ifPresent(link -> LOG.log(
                        Level.INFO, "First administrator: choose a password at {0} (works once, for a day).", link));
    }
}
