package nl.plein.cms.tenancy;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.AfterCommit;

/** Counts what this node has changed of some kind of thing, so that nothing of it that was {@link Believed} outlives a change. */
public abstract class ChangeCount {

    @Inject
    AfterCommit afterCommit;

    private final AtomicLong count = new AtomicLong();

    public long count() {
        return count.get();
    }

    /** To be said by whoever changes such a thing, before the transaction ends. */
    public void countAfterCommit() {
        afterCommit.run(count::incrementAndGet);
    }
}
