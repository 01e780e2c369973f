package nl.plein.site.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.site.model.EntryChange;
import nl.plein.site.model.Redirect;
import nl.plein.site.model.SiteChange;
import nl.plein.site.model.Touched;
import nl.plein.site.page.Artifacts;
import nl.plein.site.page.Edition;
import nl.plein.site.page.ListChanges;
import nl.plein.site.page.Page;
import nl.plein.site.page.PageParts;
import nl.plein.site.page.Sitemaps;
import nl.plein.site.source.Source;

/**
 * One tree between its versions: what its pages have read and which files they name. Made whole once, it follows changes by making what
 * they touch, and the result is the one that making it whole again would have given. After a failure it must not be used again.
 */
final class StandingTree {
    private final Edition edition;
    private final Options options;
    private final boolean recording;
    private final Artifacts artifacts;
    private final ReadIndex reads = new ReadIndex();
    private final Map<String, PageParts> parts = new LinkedHashMap<>();
    private final Map<String, Set<String>> beside = new HashMap<>();
    private final TreeMedia media = new TreeMedia();
    private List<Redirect> redirects = List.of();
    private int made;

    /** @param recording false if it will never follow */
    StandingTree(Edition edition, Options options, boolean recording) {
        this.edition = edition;
        this.options = options;
        this.recording = recording;
        this.artifacts = new Artifacts(edition);
        edition.site().locales().forEach(locale -> parts.put(locale, new PageParts(edition, locale)));
    }

    Edition edition() {
        return edition;
    }

    /** Pages made by the last call. */
    int made() {
        return made;
    }

    /** What is missing but does not stop the site, of the last call. */
    List<String> warnings() {
        return media.warnings();
    }

    List<Redirect> redirects() {
        return redirects;
    }

    /** Whether there is a page at a path. */
    boolean has(String path) {
        return edition.map().at(path).filter(this::isWanted).isPresent();
    }

    /** @throws RenderFailed if a page could not be made */
    void whole(Output output, Source source, Timings timings) throws IOException {
        if (recording) {
            edition.remember();
        }
        Set<String> paths = edition.map().paths();
        pages(paths, output, source, timings);
        for (Map.Entry<String, byte[]> file : edition.theme().files().entrySet()) {
            output.file(edition.territory().file(file.getKey()), file.getValue());
        }
        redirects = edition.redirects();
        if (edition.territory().isOfGroup()) {
            return;
        }
        files(artifacts.ofSite(), output);
        files(artifacts.ofSettings(), output);
        lists(artifacts.lists(), output);
        lines(paths, output);
        files(artifacts.ofRedirects(redirects), output);
    }

    /**
     * @param change that the site has followed; not one that makes everything again
     * @throws RenderFailed if a page could not be made
     */
    void follow(SiteChange change, Output output, Source source, Timings timings) throws IOException {
        Touched touched = edition.view().follow(change);
        ListChanges lists = edition.follow(touched);
        Set<String> own = new HashSet<>(touched.paths());
        own.addAll(lists.paths());
        touched.paths().forEach(path -> own.addAll(edition.pagesOfList(path)));
        Set<String> paths = new HashSet<>(own);
        paths.addAll(reads.readers(touched.keys()));
        paths.addAll(reads.readers(lists.keys()));
        paths.removeIf(path -> !edition.territory().covers(path));
        pages(paths, output, source, timings);
        boolean moved = change.redirects() || touched.entries().stream().anyMatch(StandingTree::moves);
        if (edition.territory().isOfGroup()) {
            redirects = moved ? edition.redirects() : redirects;
            return;
        }
        Set<String> listed = new HashSet<>(lists.lists());
        if (change.settings().contains("siteDay")) {
            listed.addAll(artifacts.emptyLists());
        }
        lists(listed, output);
        if (!change.settings().isEmpty()) {
            files(artifacts.ofSettings(), output);
        }
        lines(own, output);
        if (moved) {
            redirects(output);
        }
    }

    private static boolean moves(EntryChange change) {
        return change.before() == null
                || change.after() == null
                || !change.before().path().equals(change.after().path())
                || !change.before().audience().equals(change.after().audience());
    }

    private void pages(Collection<String> paths, Output output, Source source, Timings timings) throws IOException {
        List<Page> pages = new ArrayList<>(paths.size());
        List<String> gone = new ArrayList<>();
        for (String path : paths) {
            Optional<Page> page = edition.map().at(path).filter(this::isWanted);
            page.ifPresentOrElse(pages::add, () -> gone.add(path));
        }
        PageRun run = new PageRun(edition, options, output, timings, recording);
        Collection<PageRun.Result> results = run.make(pages);
        made = pages.size();
        gone.forEach(path -> {
            reads.remove(path);
            output.remove(Page.fileOf(path));
            beside.getOrDefault(path, Set.of()).forEach(output::remove);
            beside.remove(path);
        });
        for (Page page : pages) {
            beside(page, output);
        }
        media.follow(results, gone, output, source);
        if (recording) {
            results.forEach(result -> reads.put(result.page().path(), result.reads()));
        }
    }

    /** Files that belong to a page, as an event's calendar. */
    private void beside(Page page, Output output) throws IOException {
        Map<String, byte[]> now = artifacts.ofPage(page);
        Set<String> before = beside.getOrDefault(page.path(), Set.of());
        before.stream().filter(path -> !now.containsKey(path)).forEach(output::remove);
        for (Map.Entry<String, byte[]> file : now.entrySet()) {
            output.file(file.getKey(), file.getValue());
        }
        if (!now.isEmpty()) {
            beside.put(page.path(), now.keySet());
        } else if (!before.isEmpty()) {
            beside.remove(page.path());
        }
    }

    private boolean isWanted(Page page) {
        return options.locale().map(page.locale()::equals).orElse(true);
    }

    private void lists(Collection<String> paths, Output output) throws IOException {
        for (String path : paths) {
            files(artifacts.ofList(path), output);
        }
    }

    private static void files(Map<String, Optional<byte[]>> files, Output output) throws IOException {
        for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
            if (file.getValue().isPresent()) {
                output.file(file.getKey(), file.getValue().get());
            } else {
                output.remove(file.getKey());
            }
        }
    }

    /** Of sitemaps and search indexes. */
    private void lines(Collection<String> paths, Output output) throws IOException {
        for (String path : paths) {
            Optional<Page> page = edition.map().at(path).filter(this::isWanted);
            for (Map.Entry<String, PageParts> part : parts.entrySet()) {
                if (page.filter(own -> own.locale().equals(part.getKey())).isPresent()) {
                    part.getValue().put(page.get());
                } else {
                    part.getValue().remove(path);
                }
            }
        }
        List<String> sitemaps = new ArrayList<>();
        for (PageParts part : parts.values()) {
            files(part.files(), output);
            sitemaps.addAll(part.sitemaps());
        }
        output.file(Sitemaps.INDEX, Sitemaps.index(edition, sitemaps));
    }

    private void redirects(Output output) throws IOException {
        List<Redirect> now = edition.redirects();
        if (now.equals(redirects)) {
            return;
        }
        redirects = now;
        files(artifacts.ofRedirects(now), output);
    }
}
