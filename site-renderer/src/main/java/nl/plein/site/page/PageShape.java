package nl.plein.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Entry;
import nl.plein.site.page.Page.Kind;
import nl.plein.site.template.RawHtml;
import nl.plein.site.template.Shape;

/** What templates read as {@code page}. */
final class PageShape {
    private static final int DESCRIPTION = 160;

    private PageShape() {}

    static Shape of(PageScope scope) {
        Page page = scope.page();
        return new Named("page")
                .is("kind", page.kind().key())
                .is("title", page.title())
                .with("description", () -> description(scope))
                .is("path", page.path())
                .with("url", () -> scope.links().url(page.path()))
                .with("canonical", () -> scope.links().absolute(page.path()))
                .is("locale", page.locale())
                .with("audience", () -> scope.edition().view().audience().key())
                .with("noindex", () -> noindex(scope))
                .with("hash", () -> Hashes.sha256(page.path()))
                .with("breadcrumbs", () -> breadcrumbs(scope))
                .with("translations", () -> translations(scope))
                .with("feeds", () -> feeds(scope))
                .is("number", page.number())
                .with("head", () -> new RawHtml(Head.of(scope)));
    }

    static boolean noindex(PageScope scope) {
        return !scope.reads().site().indexable()
                || !scope.edition().view().audience().equals(Audience.EVERYONE)
                || scope.page().kind().isAnswer()
                || scope.page().kind() == Kind.SEARCH;
    }

    /** The entry's summary or lead, else the beginning of its body; on other pages, and where an entry says nothing, what the site says of itself. */
    static String description(PageScope scope) {
        Optional<Entry> entry = scope.page().entry();
        if (entry.isEmpty()) {
            return scope.reads().site().description(scope.locale());
        }
        for (String field : List.of("summary", "lead", "description", "intro", "body")) {
            if (entry.get().fields().get(field) instanceof String text && !text.isBlank()) {
                return RichText.plain(text, DESCRIPTION);
            }
        }
        return scope.reads().site().description(scope.locale());
    }

    static List<Shape> breadcrumbs(PageScope scope) {
        List<Shape> shapes = new ArrayList<>();
        crumbs(scope).forEach(crumb -> shapes.add(crumb.shape(scope)));
        return shapes;
    }

    /**
     * A page above this one, or this one.
     *
     * @param path site path
     */
    record Crumb(String title, String path, boolean current) {
        private Shape shape(PageScope scope) {
            return new Named("a breadcrumb")
                    .is("title", title)
                    .is("url", scope.links().url(path))
                    .is("current", current);
        }
    }

    /** From home down to this page; none at home. */
    static List<Crumb> crumbs(PageScope scope) {
        Page page = scope.page();
        String home = scope.edition().paths().home(page.locale());
        List<Crumb> crumbs = new ArrayList<>();
        if (page.path().equals(home)) {
            return crumbs;
        }
        crumbs.add(new Crumb(scope.words().textOr("home", "Home"), home, false));
        for (int slash = page.path().indexOf('/', 1);
                slash > 0;
                slash = page.path().indexOf('/', slash + 1)) {
            String path = page.path().substring(0, slash);
            if (!path.equals(home)) {
                title(scope, path).ifPresent(title -> crumbs.add(new Crumb(title, path, false)));
            }
        }
        crumbs.add(new Crumb(page.title(), page.path(), true));
        return crumbs;
    }

    private static Optional<String> title(PageScope scope, String path) {
        Optional<String> group = scope.edition().territory().titleAt(path);
        if (group.isPresent()) {
            return group;
        }
        Optional<Entry> entry = scope.reads().at(path);
        if (entry.isPresent()) {
            scope.reads().field(entry.get(), "title");
            return entry.map(Entry::title);
        }
        scope.reads().note(ListReads.at(path));
        return scope.edition().listings().at(path).map(Listing::title);
    }

    private static List<Shape> translations(PageScope scope) {
        List<Shape> switches = new ArrayList<>();
        for (String locale : scope.reads().site().locales()) {
            Optional<String> exact = pathIn(scope, locale);
            switches.add(new Named("a translation")
                    .is("locale", locale)
                    .is("name", Words.languageName(locale))
                    .is(
                            "url",
                            scope.links()
                                    .url(exact.orElse(scope.edition().paths().home(locale))))
                    .is("current", locale.equals(scope.locale()))
                    .is("exact", exact.isPresent()));
        }
        return switches;
    }

    /** Where this very page is in another language. */
    static Optional<String> pathIn(PageScope scope, String locale) {
        Page page = scope.page();
        if (locale.equals(page.locale())) {
            return Optional.of(page.path());
        }
        if (page.entry().isPresent()) {
            return scope.reads().translations(page.entry().get().id()).stream()
                    .filter(entry -> entry.locale().equals(locale))
                    .map(Entry::path)
                    .findFirst();
        }
        return switch (page.kind()) {
            case HOME, GROUP -> Optional.of(scope.edition().territory().front(locale));
            case SEARCH -> scope.edition().searchPath(locale);
            case LIST -> page.list().flatMap(list -> listIn(scope, list.key(), locale));
            default -> Optional.empty();
        };
    }

    private static Optional<String> listIn(PageScope scope, String key, String locale) {
        scope.reads().note(ListReads.home(key, locale));
        return scope.edition().listings().own(key, locale).map(Listing::path);
    }

    private static List<Shape> feeds(PageScope scope) {
        return scope.page()
                .list()
                .filter(Listing::feed)
                .map(list -> List.<Shape>of(new Named("a feed")
                        .is("title", list.title())
                        .is("url", scope.links().url(list.feedPath()))))
                .orElse(List.of());
    }
}
