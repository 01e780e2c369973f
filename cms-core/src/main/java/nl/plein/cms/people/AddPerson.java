package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** Adds a person without any role. */
@ApplicationScoped
public class AddPerson {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * One who works by token only.
     *
     * @throws Invalid {@code invalid-name}
     */
    @Transactional
    public PersonId perform(String name) {
        return added(name).id();
    }

    /**
     * One who may be reached by mail.
     *
     * @param language {@code nl} or {@code en}
     * @throws Invalid {@code invalid-name}
     */
    @Transactional
    public PersonId perform(String name, MailAddress mail, String language) {
        Person person = added(name);
        person.reachAt(mail, language);
        return person.id();
    }

    private Person added(String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new Invalid("invalid-name", "A person needs a name of 1 to 200 characters.");
        }
        var person = new Person(new PersonId(ids.next()), name.strip(), clock.instant());
        platform.persist(person);
        platform.flush(); // rows of other rooms name this one, and nothing else tells their order
        return person;
    }
}
