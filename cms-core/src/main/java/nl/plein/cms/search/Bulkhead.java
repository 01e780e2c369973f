package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Work that only wants a processor, done by a few at a time and in the order in which it came. More would wait for each
 * other's processors all the same, in no order: most answers would be no sooner, and some much later. Nothing that waits for
 * something else, a version or a client, belongs in a turn, nor another turn.
 */
@ApplicationScoped
public class Turns {

    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    /** Does the work when its turn has come. */
    public <T> T take(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
