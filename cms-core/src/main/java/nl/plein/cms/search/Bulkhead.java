package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets in a few at a time, in the order in which they came, to do work that only wants a processor. More would wait for each
 * other's processors all the same, in no order: most answers would be no sooner, and some much later. Nothing that waits for
 * something else, a version or a client, belongs inside, nor another passage.
 */
@ApplicationScoped
public class Bulkhead {

    private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    /** Does the work when there is a place for it. */
    public <T> T pass(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
