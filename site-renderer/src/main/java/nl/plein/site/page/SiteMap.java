package nl.plein.site.page;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.plein.site.model.Entry;
import nl.plein.site.page.Page.Kind;

/** All pages of an edition, by path: entries first, then what the theme adds where no entry is. */
public final class SiteMap {
    private final Edition edition;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private SiteMap(Edition edition) {
        this.edition = edition;
    }

    public static Map<String, Page> of(Edition edition) {
        SiteMap map = new SiteMap(edition);
        map.entries();
        map.homes();
        map.lists();
        map.search();
        map.answers(Kind.NOT_FOUND, "/404.html", "notFound.title");
        map.answers(Kind.GONE, "/410.html", "gone.title");
        return map.pages;
    }

    private void entries() {
        for (Entry entry : edition.view().pages()) {
            Page page = Page.of(Kind.ENTRY, entry.path(), entry.locale(), entry.title())
                    .with(entry);
            edition.listings()
                    .at(entry.path())
                    .ifPresentOrElse(list -> add(page.with(list, list.pages())), () -> add(page));
        }
    }

    private void homes() {
        for (String locale : edition.site().locales()) {
            String name = edition.site().name(locale);
            add(Page.of(Kind.HOME, edition.paths().home(locale), locale, name));
        }
    }

    private void lists() {
        for (Listing list : edition.listings().all()) {
            for (int number = list.pages(); number >= 1; number--) {
                Kind kind = list.host().isPresent() ? Kind.ENTRY : Kind.LIST;
                Page bare = Page.of(kind, list.pathOf(number), list.locale(), list.title());
                Page page = bare.with(list, number);
                add(list.host().map(page::with).orElse(page));
            }
        }
    }

    private void search() {
        for (String locale : edition.site().locales()) {
            String title = edition.words(locale).textOr("search.title", "Search");
            edition.searchPath(locale).ifPresent(path -> add(Page.of(Kind.SEARCH, path, locale, title)));
        }
    }

    /** One for each locale, if the theme has the template of the same name. */
    private void answers(Kind kind, String file, String text) {
        String name = file.substring(1);
        if (!edition.templates().has(name)) {
            return;
        }
        for (String locale : edition.site().locales()) {
            String title = edition.words(locale).textOr(text, name.substring(0, name.indexOf('.')));
            add(Page.of(kind, edition.paths().in(locale, file), locale, title));
        }
    }

    private void add(Page page) {
        pages.putIfAbsent(page.path(), page);
    }
}
