package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.PersonId;

/** Keeps a person out, by token and by sign-in, until let in again. Idempotent. Who may is asked at the door. */
@ApplicationScoped
public class BlockPerson {

    @Inject
    Persons persons;

    @Inject
    PeopleChanges changes;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-person} */
    @Transactional
    public void block(PersonId id) {
        persons.get(id).block();
        changes.countAfterCommit();
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-person} */
    @Transactional
    public void letIn(PersonId id) {
        persons.get(id).unblock();
        changes.countAfterCommit();
    }
}
