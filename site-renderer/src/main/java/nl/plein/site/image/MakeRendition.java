package nl.plein.site.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * Cuts, scales, turns upright and writes a picture; its metadata stays behind. A picture is measured before it is decoded, at
 * most half the cores decode at once, and one that takes too long is given up. Safe for several threads.
 */
public final class MakeRendition {
    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private static final long MOST_SECONDS = 20;

    private final ThreadFactory threads;

    /** @param threads of which decoding takes one for each picture, so that it can be given up */
    public MakeRendition(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Whether WebP can be written on this machine. JPEG always can. */
    public static boolean writesWebp() {
        return Written.hasWebp();
    }

    /** Whether a file that says this of itself is within bounds. */
    public static boolean takes(String mediaType, long size, int width, int height) {
        return Original.takes(mediaType, size, width, height);
    }

    /** @param height pixels; follows from width for a whole picture */
    public record Made(byte[] bytes, int width, int height) {}

    /**
     * Waits for its turn. The same bytes and rendition give the same file on the same machine.
     *
     * @param original is closed
     * @throws Unfit       the picture is too large, damaged, none, or takes more than 20 s
     * @throws IOException if the original can't be had
     */
    public Made of(InputStream original, Rendition wanted) throws Unfit, IOException, InterruptedException {
        try (original) {
            TURNS.acquire();
            AtomicReference<@Nullable Original> open = new AtomicReference<>();
            CompletableFuture<Made> made = new CompletableFuture<>();
            Thread thread = threads.newThread(() -> {
                try {
                    made.complete(make(original, wanted, open));
                } catch (Unfit | IOException | RuntimeException | Error e) {
                    made.completeExceptionally(e);
                } finally {
                    TURNS.release();
                }
            });
            start(thread);
            return result(made, open);
        }
    }

    private static void start(Thread thread) {
        try {
            thread.start();
        } catch (RuntimeException | Error notStarted) {
            TURNS.release();
            throw notStarted;
        }
    }

    /** Whoever is given up keeps its turn until it really ends: so nobody can occupy more threads than there are turns. */
    private static Made result(CompletableFuture<Made> made, AtomicReference<@Nullable Original> open)
            throws Unfit, IOException, InterruptedException {
        try {
            return made.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            Original original = open.get();
            if (original != null) {
                original.abort();
            }
            throw new Unfit("picture-too-slow", "The picture takes too long to decode: save it in another way.");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Unfit unfit) {
                throw unfit;
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
            throw new Unfit("picture-unreadable", "The picture can't be read: save it in another way.", e);
        }
    }

    private static Made make(InputStream bytes, Rendition wanted, AtomicReference<@Nullable Original> open)
            throws Unfit, IOException {
        try (Original original = Original.open(bytes)) {
            open.set(original);
            Rendition.Measures size = wanted.of(original.width(), original.height());
            Rectangle part = new Rectangle(size.left(), size.top(), size.cutWidth(), size.cutHeight());
            BufferedImage decoded = original.part(part, size.width(), size.height());
            boolean turned = original.turn().swaps();
            BufferedImage scaled = Thumbnails.of(plain(decoded))
                    .forceSize(turned ? size.height() : size.width(), turned ? size.width() : size.height())
                    .asBufferedImage();
            BufferedImage upright = original.turn().upright(scaled);
            return new Made(Written.as(wanted.format(), upright), upright.getWidth(), upright.getHeight());
        }
    }

    /** Rare colour models in one of two that all later steps know. */
    private static BufferedImage plain(BufferedImage decoded) {
        int type = decoded.getType();
        if (type == BufferedImage.TYPE_3BYTE_BGR
                || type == BufferedImage.TYPE_INT_ARGB
                || type == BufferedImage.TYPE_INT_RGB) {
            return decoded;
        }
        boolean alpha = decoded.getColorModel().hasAlpha();
        BufferedImage copy = new BufferedImage(
                decoded.getWidth(),
                decoded.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = copy.createGraphics();
        canvas.drawImage(decoded, 0, 0, null);
        canvas.dispose();
        return copy;
    }
}
