package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.kernel.Json;
import nl.plein.site.model.Entry;
import nl.plein.site.model.Redirect;

/** The files of a tree that machines read: feeds, calendars, sitemaps, robots.txt, security.txt, the search index, the redirects of common hosts. */
public final class Artifacts {
    private static final int WORDS_OF_INDEX = 240;

    private final Edition edition;
    private final Collection<Page> pages;

    public Artifacts(Edition edition, Collection<Page> pages) {
        this.edition = edition;
        this.pages = pages;
    }

    /** By site path. */
    public Map<String, byte[]> all() {
        Map<String, String> texts = new TreeMap<>();
        for (Listing list : edition.listings().all()) {
            if (list.feed()) {
                texts.put(list.feedPath(), Feed.of(edition, list));
            }
        }
        Sitemaps.of(edition, pages, texts);
        Calendars.of(edition, pages, texts);
        SecurityTxt.of(edition, texts);
        HostFiles.of(edition, texts);
        texts.put("/robots.txt", robots());
        searchIndexes(texts);
        List<Redirect> redirects = edition.view().redirects();
        if (!redirects.isEmpty()) {
            texts.put("/_redirects", redirects(redirects));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private String robots() {
        boolean open = edition.site().indexable() && edition.view().audience().ordinal() == 0;
        return open
                ? "User-agent: *\nAllow: /\nSitemap: " + edition.links().absolute("/sitemap.xml") + "\n"
                : "User-agent: *\nDisallow: /\n";
    }

    private void searchIndexes(Map<String, String> texts) {
        Map<String, List<Map<String, String>>> byLocale = new TreeMap<>();
        edition.site().locales().forEach(locale -> byLocale.put(locale, new ArrayList<>()));
        for (Page page : pages) {
            if (page.entry().isPresent()
                    && page.number() == page.list().map(Listing::pages).orElse(0)) {
                byLocale.computeIfAbsent(page.locale(), locale -> new ArrayList<>())
                        .add(line(page, page.entry().get()));
            }
        }
        byLocale.forEach(
                (locale, lines) -> texts.put(edition.paths().in(locale, "/search-index.json"), Json.write(lines)));
    }

    private Map<String, String> line(Page page, Entry entry) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("t", entry.title());
        line.put("u", edition.links().url(page.path()));
        line.put("y", entry.type());
        line.put(
                "d",
                entry.publishedAt()
                        .substring(0, Math.min(10, entry.publishedAt().length())));
        StringBuilder words = new StringBuilder();
        for (String field : List.of("summary", "lead", "intro", "body")) {
            if (entry.fields().get(field) instanceof String text && words.length() < WORDS_OF_INDEX) {
                words.append(RichText.plain(text, WORDS_OF_INDEX)).append(' ');
            }
        }
        line.put("x", words.toString().strip());
        return line;
    }

    private String redirects(List<Redirect> redirects) {
        StringBuilder table = new StringBuilder();
        for (Redirect redirect : redirects) {
            String to = redirect.status() == 410 ? gone(redirect.from()) : redirect.to();
            String target = to.startsWith("/") ? edition.links().url(to) : to;
            table.append(edition.links().url(redirect.from()))
                    .append(' ')
                    .append(target)
                    .append(' ');
            table.append(redirect.status()).append('\n');
        }
        return table.toString();
    }

    /** What a static host answers with where a page was taken away: in the language of that page, if the theme can. */
    private String gone(String path) {
        String locale = edition.paths().localeOf(path);
        String page = edition.paths().in(locale, "/410.html");
        return edition.templates().has("410.html") ? page : edition.paths().in(locale, "/404.html");
    }
}
