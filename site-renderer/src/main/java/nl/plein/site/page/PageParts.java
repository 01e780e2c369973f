package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.site.kernel.Json;
import nl.plein.site.model.Entry;

/**
 * The pages of one locale in sitemap and search index. Both come in parts of a few hundred pages, so that one changed page writes one part
 * of each again. Which part a page is in depends on its path, and how many parts there are on the number of pages alone.
 */
public final class PageParts {
    /** Pages in a part, about; there are 1, 2, 4, 8 … parts. */
    static final int SIZE = 250;

    private final Edition edition;
    private final String locale;
    private List<TreeSet<String>> parts = new ArrayList<>(List.of(new TreeSet<>()));
    private final Set<Integer> changed = new HashSet<>(Set.of(0));
    private final Set<String> written = new HashSet<>();
    private int size;

    public PageParts(Edition edition, String locale) {
        this.edition = edition;
        this.locale = locale;
    }

    /** The page at this path came, or says something else of itself. */
    public void put(Page page) {
        if (PageMaker.isListed(page)) {
            int part = partOf(page.path(), parts.size());
            size += parts.get(part).add(page.path()) ? 1 : 0;
            changed.add(part);
        }
    }

    public void remove(String path) {
        int part = partOf(path, parts.size());
        if (parts.get(part).remove(path)) {
            size--;
            changed.add(part);
        }
    }

    /** Site paths of the sitemaps. Asked after {@link #files}. */
    public List<String> sitemaps() {
        List<String> paths = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            paths.add(sitemap(part));
        }
        return paths;
    }

    /** The files that have become others since the last call, by site path; empty for those that are no more. */
    public Map<String, Optional<byte[]>> files() {
        split();
        Map<String, Optional<byte[]>> files = new LinkedHashMap<>();
        changed.parallelStream().map(this::files).toList().forEach(files::putAll);
        changed.clear();
        if (parts.size() > 1) {
            files.put(index(), bytes(Json.write(Map.of("parts", parts.size()))));
        }
        Set<String> now = new HashSet<>(Set.of(index()));
        for (int part = 0; part < parts.size(); part++) {
            now.add(sitemap(part));
            now.add(index(part));
        }
        written.stream().filter(path -> !now.contains(path)).forEach(path -> files.put(path, Optional.empty()));
        written.clear();
        written.addAll(now);
        return files;
    }

    private Map<String, Optional<byte[]>> files(int part) {
        List<Page> pages = parts.get(part).stream()
                .flatMap(path -> edition.map().at(path).stream())
                .toList();
        return Map.of(
                sitemap(part), bytes(Sitemaps.one(edition, pages)),
                index(part), bytes(Json.write(SearchLines.of(edition, pages))));
    }

    private void split() {
        int wanted = Math.max(1, Integer.highestOneBit(Math.max(1, size / SIZE) * 2 - 1));
        if (wanted == parts.size()) {
            return;
        }
        List<TreeSet<String>> before = parts;
        parts = new ArrayList<>(wanted);
        changed.clear();
        for (int part = 0; part < wanted; part++) {
            parts.add(new TreeSet<>());
            changed.add(part);
        }
        before.forEach(
                part -> part.forEach(path -> parts.get(partOf(path, wanted)).add(path)));
    }

    private static int partOf(String path, int parts) {
        int mixed = path.hashCode() * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & parts - 1;
    }

    private String sitemap(int part) {
        return "/sitemap-" + locale + (part == 0 ? "" : "-" + (part + 1)) + ".xml";
    }

    private String index() {
        return edition.paths().in(locale, "/search-index.json");
    }

    private String index(int part) {
        return parts.size() == 1 ? index() : edition.paths().in(locale, "/search-index-" + (part + 1) + ".json");
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the search page knows of pages: title, address, type, day and the first words. */
    private static final class SearchLines {
        private static final int WORDS = 240;

        private static List<Map<String, String>> of(Edition edition, List<Page> pages) {
            return pages.stream()
                    .filter(page -> page.entry().isPresent()
                            && page.number() == page.list().map(Listing::pages).orElse(0))
                    .map(page -> line(edition, page, page.entry().get()))
                    .toList();
        }

        private static String words(Entry entry) {
            StringBuilder words = new StringBuilder();
            for (String field : List.of("summary", "lead", "intro", "body")) {
                if (entry.fields().get(field) instanceof String text && words.length() < WORDS) {
                    words.append(RichText.plain(text, WORDS)).append(' ');
                }
            }
            return words.toString().strip();
        }

        private static Map<String, String> line(Edition edition, Page page, Entry entry) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("t", entry.title());
            line.put("u", edition.links().url(page.path()));
            line.put("y", entry.type());
            line.put(
                    "d",
                    entry.publishedAt()
                            .substring(0, Math.min(10, entry.publishedAt().length())));
            line.put("x", edition.site().memo(entry, SearchLines::words));
            return line;
        }
    }
}
