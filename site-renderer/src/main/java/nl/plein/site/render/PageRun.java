package nl.plein.site.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.ReadSet;
import nl.plein.site.model.Reads;
import nl.plein.site.model.RecordingReads;
import nl.plein.site.page.Edition;
import nl.plein.site.page.Made;
import nl.plein.site.page.Page;
import nl.plein.site.page.PageMaker;
import nl.plein.site.source.AssetFile;

/** Makes pages of one tree on all threads. */
final class PageRun {
    private static final int MOST_PROBLEMS = 20;

    /** So many pages can't be made that the rest is not tried: a theme that fails everywhere takes no time from other sites. */
    private static final int HOPELESS = 100;

    /** Fewer pages than this are not worth a thread. */
    private static final int FEW = 4;

    private static final long[] NOTHING = {};

    /** @param reads ascending; empty if nobody asked for them */
    record Result(Page page, long[] reads, Map<String, AssetFile> media) {}

    private final Edition edition;
    private final Options options;
    private final Output output;
    private final Timings timings;
    private final boolean recording;
    private final PageMaker maker;
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();

    /** @param recording whether somebody will ask what the pages have read */
    PageRun(Edition edition, Options options, Output output, Timings timings, boolean recording) {
        this.edition = edition;
        this.options = options;
        this.output = output;
        this.timings = timings;
        this.recording = recording;
        this.maker = new PageMaker(edition);
    }

    /** @throws RenderFailed if one could not be made */
    Collection<Result> make(List<Page> pages) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable work = () -> {
            for (int at = next.getAndIncrement();
                    at < pages.size() && problems.size() < HOPELESS;
                    at = next.getAndIncrement()) {
                Page page = pages.get(at);
                options.turns().take(() -> make(page));
                options.progress().made(done.incrementAndGet(), pages.size());
            }
        };
        if (pages.size() < FEW) {
            work.run();
        } else {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Math.min(options.threads(), pages.size()); i++) {
                Thread thread = options.factory().newThread(work);
                threads.add(thread);
                thread.start();
            }
            threads.forEach(PageRun::join);
        }
        if (!problems.isEmpty()) {
            throw new RenderFailed(
                    problems.stream().sorted().limit(MOST_PROBLEMS).toList(), problems.size());
        }
        return results;
    }

    private void make(Page page) {
        long start = System.nanoTime();
        try {
            ReadSet read = recording ? new ReadSet() : null;
            Reads reads = read == null ? edition.view() : new RecordingReads(edition.view(), read);
            Made made = maker.make(page, reads);
            output.file(page.file(), made.bytes());
            results.add(new Result(page, read == null ? NOTHING : read.sorted(), made.media()));
        } catch (Trouble e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add("The page " + page.path() + " can't be written: " + e);
        } catch (RuntimeException e) {
            problems.add("The page " + page.path() + " failed: " + e);
        }
        timings.add(maker.templateOf(page), System.nanoTime() - start);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Rendering was interrupted; the site is left as it was.", e);
        }
    }
}
