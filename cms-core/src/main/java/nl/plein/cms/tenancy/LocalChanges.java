package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.AfterCommit;

/** Counts what this node has changed of the things that {@link Believed} answers tell, so that none outlives such a change. */
@ApplicationScoped
public class LocalChanges {

    @Inject
    AfterCommit afterCommit;

    private final AtomicLong count = new AtomicLong();

    public long count() {
        return count.get();
    }

    /** To be said by whoever changes a site, a hostname or the content types, before the transaction ends. */
    public void countAfterCommit() {
        afterCommit.run(count::incrementAndGet);
    }
}
