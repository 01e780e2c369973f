package nl.plein.site.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.page.Artifacts;
import nl.plein.site.page.Edition;
import nl.plein.site.page.Made;
import nl.plein.site.page.Page;
import nl.plein.site.page.PageMaker;
import nl.plein.site.page.SiteMap;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Source;

/** One tree: its pages on all threads, then the files around them. */
final class TreeRun {
    private static final int MOST_PROBLEMS = 20;

    private final Edition edition;
    private final Options options;
    private final Output output;
    private final Timings timings;
    private final PageMaker maker;
    private final Map<String, AssetFile> media = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final List<String> warnings = new ArrayList<>();

    TreeRun(Edition edition, Options options, Output output, Timings timings) {
        this.edition = edition;
        this.options = options;
        this.output = output;
        this.timings = timings;
        this.maker = new PageMaker(edition);
    }

    /** @return the number of pages */
    int run(Source source) throws IOException {
        List<Page> pages = SiteMap.of(edition).values().stream()
                .filter(page -> options.locale().map(page.locale()::equals).orElse(true))
                .toList();
        inParallel(pages);
        if (!problems.isEmpty()) {
            throw new RenderFailed(
                    problems.stream().sorted().limit(MOST_PROBLEMS).toList(), problems.size());
        }
        files(new Artifacts(edition, pages).all());
        files(edition.theme().files());
        media(source);
        return pages.size();
    }

    List<String> warnings() {
        return warnings;
    }

    private void inParallel(List<Page> pages) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(options.threads(), pages.size()); i++) {
            Thread thread = options.factory().newThread(() -> {
                for (int at = next.getAndIncrement(); at < pages.size(); at = next.getAndIncrement()) {
                    make(pages.get(at));
                    options.progress().made(done.incrementAndGet(), pages.size());
                }
            });
            threads.add(thread);
            thread.start();
        }
        threads.forEach(TreeRun::join);
    }

    private void make(Page page) {
        long start = System.nanoTime();
        try {
            Made made = maker.make(page, edition.view());
            media.putAll(made.media());
            output.file(page.file(), made.bytes());
        } catch (Trouble e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add("The page " + page.path() + " can't be written: " + e);
        } catch (RuntimeException e) {
            problems.add("The page " + page.path() + " failed: " + e);
        }
        timings.add(maker.templateOf(page), System.nanoTime() - start);
    }

    private void files(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            output.file(file.getKey(), file.getValue());
        }
    }

    private void media(Source source) {
        for (Map.Entry<String, AssetFile> used : media.entrySet()) {
            try {
                output.asset(used.getKey(), used.getValue(), source);
            } catch (IOException | Trouble e) {
                warnings.add("The file " + used.getValue().file() + " can't be had: " + e.getMessage());
            }
        }
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
