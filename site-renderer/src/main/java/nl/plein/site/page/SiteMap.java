package nl.plein.site.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.site.model.Entry;
import nl.plein.site.page.Page.Kind;

/** Which page is at which path of an edition: an entry's first, then what the theme adds where no entry is. */
public final class SiteMap {
    private static final Map<String, Kind> ANSWERS = Map.of("/404.html", Kind.NOT_FOUND, "/410.html", Kind.GONE);
    private static final String NUMBERED = "/page/";

    private final Edition edition;

    public SiteMap(Edition edition) {
        this.edition = edition;
    }

    /** Every path with a page, in order. */
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        edition.view().paths().stream().filter(this::isHeld).forEach(paths::add);
        for (Listing list : edition.listings().all()) {
            for (int number = 1; number <= list.pages(); number++) {
                paths.add(list.pathOf(number));
            }
        }
        for (String locale : edition.site().locales()) {
            paths.add(edition.territory().front(locale));
            edition.searchPath(locale).filter(edition.territory()::covers).ifPresent(paths::add);
            for (String file : ANSWERS.keySet()) {
                if (edition.templates().has(file.substring(1))) {
                    paths.add(edition.territory().in(locale, file));
                }
            }
        }
        return paths;
    }

    public Optional<Page> at(String path) {
        Optional<Entry> entry = edition.view().at(path).filter(edition.territory()::holds);
        if (entry.isPresent()) {
            return entry.map(own -> ofEntry(path, own));
        }
        return home(path)
                .or(() -> edition.listings().at(path).map(list -> ofList(list, list.pages())))
                .or(() -> numbered(path))
                .or(() -> search(path))
                .or(() -> answer(path));
    }

    private boolean isHeld(String path) {
        return edition.view().at(path).filter(edition.territory()::holds).isPresent();
    }

    private Page ofEntry(String path, Entry entry) {
        Page page = Page.of(Kind.ENTRY, path, entry.locale(), entry.title()).with(entry);
        return edition.listings()
                .at(path)
                .map(list -> page.with(list, list.pages()))
                .orElse(page);
    }

    private Optional<Page> home(String path) {
        return edition.site().locales().stream()
                .filter(locale -> edition.territory().front(locale).equals(path))
                .map(locale -> edition.territory().isOfGroup() ? group(path, locale) : home(path, locale))
                .findFirst();
    }

    private Page home(String path, String locale) {
        return Page.of(Kind.HOME, path, locale, edition.site().name(locale));
    }

    private Page group(String path, String locale) {
        Page page = Page.of(Kind.GROUP, path, locale, edition.territory().title(locale));
        return edition.listings()
                .at(path)
                .map(list -> page.with(list, list.pages()))
                .orElse(page);
    }

    private Optional<Page> numbered(String path) {
        int cut = path.lastIndexOf(NUMBERED);
        String digits = cut < 0 ? "" : path.substring(cut + NUMBERED.length());
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return edition.listings()
                .at(cut == 0 ? "/" : path.substring(0, cut))
                .filter(list -> number < list.pages())
                .map(list -> ofList(list, number));
    }

    private Page ofList(Listing list, int number) {
        Kind own = edition.territory().isOfGroup() ? Kind.GROUP : Kind.LIST;
        Kind kind = list.host().isPresent() ? Kind.ENTRY : own;
        Page page =
                Page.of(kind, list.pathOf(number), list.locale(), list.title()).with(list, number);
        return list.host().map(page::with).orElse(page);
    }

    private Optional<Page> search(String path) {
        return edition.site().locales().stream()
                .filter(locale -> edition.territory().covers(path)
                        && edition.searchPath(locale).filter(path::equals).isPresent())
                .map(locale ->
                        Page.of(Kind.SEARCH, path, locale, edition.words(locale).textOr("search.title", "Search")))
                .findFirst();
    }

    /** One for each locale, if the theme has the template of the same name. */
    private Optional<Page> answer(String path) {
        for (String locale : edition.site().locales()) {
            for (Map.Entry<String, Kind> answer : ANSWERS.entrySet()) {
                String name = answer.getKey().substring(1);
                if (path.equals(edition.territory().in(locale, answer.getKey()))
                        && edition.templates().has(name)) {
                    String title = edition.words(locale)
                            .textOr(answer.getValue().key() + ".title", name.substring(0, name.indexOf('.')));
                    return Optional.of(Page.of(answer.getValue(), path, locale, title));
                }
            }
        }
        return Optional.empty();
    }
}
