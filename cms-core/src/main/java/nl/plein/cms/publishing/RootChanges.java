package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.AfterCommit;

/** Counts how often this node has put a root live or taken one away, so that nothing that was {@code Believed} outlives it. */
@ApplicationScoped
class RootChanges {

    @Inject
    AfterCommit afterCommit;

    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    /** To be said before the transaction ends. */
    void countAfterCommit() {
        afterCommit.run(count::incrementAndGet);
    }
}
