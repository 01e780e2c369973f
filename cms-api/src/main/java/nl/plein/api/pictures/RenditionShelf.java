package nl.plein.api.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.RenditionRef;
import nl.plein.cms.media.Renditions;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.site.image.MakeRendition;
import nl.plein.site.image.Rendition;
import nl.plein.site.image.Unfit;

/**
 * Renditions of an agency's originals: each made once, then kept. Requests wait in a short queue; who comes when it is full
 * is told to come again, so that a flood of pictures takes neither the threads nor the memory of everybody else. What can't
 * be made is remembered, too.
 */
@ApplicationScoped
public class RenditionShelf {

    private static final int MOST_WAITING = 8;
    private static final int LOCKS = 64;

    private final Semaphore queue = new Semaphore(MOST_WAITING);
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

    @Inject
    AgencyContext context;

    @Inject
    Renditions renditions;

    @Inject
    BlobStore blobs;

    @Inject
    UploadGate uploads;

    @Inject
    @Background
    ThreadFactory threads;

    /**
     * For a request.
     *
     * @param original SHA-256 of an asset that the caller may see
     * @throws Invalid {@code picture-too-large}, {@code picture-unreadable}, {@code picture-too-slow}, {@code no-picture}
     * @throws Refused 503 when too many pictures are being made
     */
    public RenditionRef.Made forRequest(AgencyId agency, String original, Rendition wanted) {
        Optional<RenditionRef> kept = kept(agency, original, wanted);
        if (kept.isPresent()) {
            return madeOrRefused(kept.get());
        }
        if (!queue.tryAcquire()) {
            throw new Refused(
                    503,
                    "busy",
                    "Too many pictures are being made at this moment: try again in a few seconds.",
                    List.of(),
                    Map.of("Retry-After", "2"));
        }
        try {
            return madeOrRefused(make(agency, original, wanted));
        } finally {
            queue.release();
        }
    }

    /** For a follower, which waits as long as it takes. */
    public RenditionRef forFollower(AgencyId agency, String original, Rendition wanted) {
        return kept(agency, original, wanted).orElseGet(() -> make(agency, original, wanted));
    }

    private Optional<RenditionRef> kept(AgencyId agency, String original, Rendition wanted) {
        return context.in(agency, () -> renditions.find(original, wanted.key()))
                .filter(ref -> !(ref instanceof RenditionRef.Made made) || blobs.has(made.sha256()));
    }

    private RenditionRef make(AgencyId agency, String original, Rendition wanted) {
        Lock lock = locks.get(Math.floorMod((original + wanted.key()).hashCode(), LOCKS));
        lock.lock();
        try {
            return kept(agency, original, wanted).orElseGet(() -> made(agency, original, wanted));
        } finally {
            lock.unlock();
        }
    }

    private RenditionRef made(AgencyId agency, String original, Rendition wanted) {
        String form = wanted.key();
        try {
            InputStream bytes = blobs.open(original)
                    .orElseThrow(() -> new IllegalStateException("the file " + original + " is not in the store"));
            byte[] made = new MakeRendition(threads).of(bytes, wanted).bytes();
            return uploads.through(() -> {
                BlobStore.Stored stored = blobs.put(new ByteArrayInputStream(made));
                var ref = new RenditionRef.Made(stored.sha256(), stored.size());
                return context.in(agency, () -> renditions.keep(original, form, ref));
            });
        } catch (Unfit unfit) {
            var refused = new RenditionRef.Refused(unfit.code(), unfit.reason());
            return context.in(agency, () -> renditions.keep(original, form, refused));
        } catch (IOException e) {
            throw new UncheckedIOException("a rendition of " + original + " can't be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a rendition was made", e);
        }
    }

    private static RenditionRef.Made madeOrRefused(RenditionRef ref) {
        if (ref instanceof RenditionRef.Refused refused) {
            throw new Invalid(refused.code(), refused.reason());
        }
        return (RenditionRef.Made) ref;
    }
}
