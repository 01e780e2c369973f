package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Between storing a blob and committing the row that needs it, a sweep would take it for unneeded. Uploads go through
 * this gate, any number at once; a sweep closes it.
 */
@ApplicationScoped
public class UploadGate {

    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);

    /** Stores bytes and commits what needs them. */
    public <T> T through(Supplier<T> upload) {
        gate.readLock().lock();
        try {
            return upload.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Waits for uploads to end and lets no other begin meanwhile. */
    public void whileClosed(Runnable sweep) {
        gate.writeLock().lock();
        try {
            sweep.run();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
