package nl.plein.site.trial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.render.Options;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.render.Summary;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.tree.Blobs;
import org.jspecify.annotations.Nullable;

/**
 * Loads a theme and renders a sample site with it, one theme at a time. What uses more than two seconds of a processor is stopped;
 * ten seconds on the clock are the end in any case. Whoever can't be stopped keeps its turn, so that nobody else suffers.
 */
public final class TryTheme {
    private static final long MOST_CPU_NANOS = 2_000_000_000L;
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final long LOOK_MILLIS = 20;
    private static final Semaphore TURN = new Semaphore(1, true);

    private final ThemeShelf shelf;
    private final ThreadFactory factory;

    /** @param shelf where parents are found */
    public TryTheme(ThemeShelf shelf, ThreadFactory factory) {
        this.shelf = shelf;
        this.factory = factory;
    }

    /**
     * @param chain from the root of the chain to the theme
     * @param pages of the sample site that were made
     */
    public record Passed(String name, String version, List<String> chain, int pages) {}

    /**
     * @param files by their path inside the theme
     * @throws Trouble saying what is wrong and where, or that it takes too long, or that another theme is being tried
     */
    public Passed on(Map<String, byte[]> files) throws InterruptedException {
        if (!TURN.tryAcquire(MOST_NANOS, java.util.concurrent.TimeUnit.NANOSECONDS)) {
            throw new Trouble("Another theme is being tried at this moment: send this one again in a while.");
        }
        AtomicReference<@Nullable Passed> passed = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        ThreadFactory counted = work -> {
            Thread thread = factory.newThread(work);
            threads.add(thread);
            return thread;
        };
        Thread trial = counted.newThread(() -> {
            try {
                passed.set(render(files, counted));
            } catch (RuntimeException | Error e) {
                failed.set(e);
            } finally {
                TURN.release();
            }
        });
        trial.start();
        boolean stopped = watch(trial, threads);
        Passed result = passed.get();
        if (result != null && !stopped) {
            return result;
        }
        throw stopped ? tooLong() : trouble(failed.get());
    }

    /** @return whether it had to be stopped */
    private static boolean watch(Thread trial, List<Thread> threads) throws InterruptedException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Map<Long, Long> used = new ConcurrentHashMap<>();
        long end = System.nanoTime() + MOST_NANOS;
        while (trial.isAlive()) {
            trial.join(LOOK_MILLIS);
            threads.forEach(thread -> used.merge(thread.getId(), clock.getThreadCpuTime(thread.getId()), Math::max));
            long all = used.values().stream().mapToLong(Long::longValue).sum();
            if (trial.isAlive() && (all > MOST_CPU_NANOS || System.nanoTime() > end)) {
                threads.forEach(Thread::interrupt);
                trial.join(LOOK_MILLIS);
                return true;
            }
        }
        return false;
    }

    private Passed render(Map<String, byte[]> files, ThreadFactory counted) {
        Theme theme = Theme.of(files, shelf);
        SiteRenderer renderer = new SiteRenderer(theme);
        SampleSite sample = new SampleSite(theme);
        try (SiteCopy copy = SiteCopy.inMemory()) {
            new Sync(sample, copy).toNewest();
            Summary summary = renderer.render(
                            copy, sample, new Thrown(), Options.usual().withThreads(1, counted))
                    .summary();
            return new Passed(theme.name(), theme.manifest().version(), theme.chain(), summary.pages());
        }
    }

    private static Trouble tooLong() {
        return new Trouble(
                "The theme takes longer than 2 seconds for a sample site of a few pages: is there a loop in a loop?");
    }

    private static Trouble trouble(@Nullable Throwable cause) {
        if (cause instanceof Trouble trouble) {
            return trouble;
        }
        if (cause instanceof StackOverflowError) {
            return new Trouble("Something in the theme is nested too deep.");
        }
        if (cause instanceof OutOfMemoryError) {
            return new Trouble("The theme takes more memory than there is.");
        }
        return new Trouble("The theme can't be used: "
                + Optional.ofNullable(cause).map(String::valueOf).orElse("?"));
    }

    /** Keeps what was made for as long as the trial lasts. */
    private static final class Thrown implements Blobs {
        private final Map<String, byte[]> made = new ConcurrentHashMap<>();

        @Override
        public boolean has(String sha256) {
            return made.containsKey(sha256);
        }

        @Override
        public void put(String sha256, byte[] bytes) {
            made.put(sha256, bytes);
        }

        @Override
        public InputStream open(String sha256) throws IOException {
            byte[] bytes = made.get(sha256);
            if (bytes == null) {
                throw new IOException("nothing was made of this name");
            }
            return new ByteArrayInputStream(bytes);
        }
    }
}
