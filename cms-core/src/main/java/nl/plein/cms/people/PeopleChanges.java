package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.AfterCommit;

/** Counts what this node has changed of persons, tokens, roles and groups, so that nothing that was {@code Believed} outlives it. */
@ApplicationScoped
class PeopleChanges {

    @Inject
    AfterCommit afterCommit;

    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    /** To be said by whoever changes a person, a token, a role or who is in a group, before the transaction ends. */
    void countAfterCommit() {
        afterCommit.run(count::incrementAndGet);
    }
}
