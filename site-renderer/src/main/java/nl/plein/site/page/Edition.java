package nl.plein.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.plein.site.model.Redirect;
import nl.plein.site.model.Site;
import nl.plein.site.model.SiteView;
import nl.plein.site.model.Touched;
import nl.plein.site.template.Templates;
import nl.plein.site.theme.SiteTheme;
import org.jspecify.annotations.Nullable;

/**
 * One tree in the making: a site at one version, for one audience, in one theme, under one base path. Shared by all pages and threads; it
 * follows its site while no page is being made.
 */
public final class Edition {
    private final SiteView view;
    private final SiteTheme theme;
    private final Templates templates;
    private final Links links;
    private final LocalePaths paths;
    private final Territory territory;
    private final Map<String, Words> words = new LinkedHashMap<>();
    private final Listings listings;
    private final SiteMap map = new SiteMap(this);

    public Edition(SiteView view, SiteTheme theme, Templates templates, Links links) {
        this.view = view;
        this.theme = theme;
        this.templates = templates;
        this.links = links;
        Site site = view.site();
        this.paths = new LocalePaths(site.locales());
        this.territory = new Territory(site, paths, view.audience());
        site.locales()
                .forEach(locale -> words.put(locale, new Words(theme.theme().texts(locale), locale, site.timeZone())));
        this.listings = new Listings(view, paths, territory, rules(), words);
    }

    private List<ListRule> rules() {
        if (territory.isOfGroup()) {
            return List.of(territory.rule());
        }
        Object own = view.setting("lists");
        return ListRule.all(
                own instanceof List<?> lists ? lists : theme.theme().manifest().lists());
    }

    public SiteView view() {
        return view;
    }

    public Site site() {
        return view.site();
    }

    public SiteTheme theme() {
        return theme;
    }

    Templates templates() {
        return templates;
    }

    Links links() {
        return links;
    }

    public LocalePaths paths() {
        return paths;
    }

    /** What of the site this tree holds. */
    public Territory territory() {
        return territory;
    }

    /** The address of a file that the theme adds. @param path its site path in a tree of the whole site */
    String fileUrl(String path) {
        return links.url(territory.file(path));
    }

    /** Those that begin in this tree. */
    public List<Redirect> redirects() {
        return view.redirects().stream()
                .filter(redirect -> territory.covers(redirect.from()))
                .toList();
    }

    Listings listings() {
        return listings;
    }

    public SiteMap map() {
        return map;
    }

    /** From now on {@link #follow} can tell what became of the lists. */
    public void remember() {
        listings.remember();
    }

    /** After the view has followed. */
    public ListChanges follow(Touched touched) {
        return listings.follow(touched.entries());
    }

    /** The site paths of all pages of the list at a path. */
    public List<String> pagesOfList(String path) {
        return listings.at(path).stream()
                .flatMap(list -> IntStream.rangeClosed(1, list.pages()).mapToObj(list::pathOf))
                .toList();
    }

    Words words(String locale) {
        return Objects.requireNonNull(
                words.getOrDefault(locale, words.get(site().locales().get(0))));
    }

    /** The path of a locale's search page, if the theme has one. */
    Optional<String> searchPath(String locale) {
        return templates.has("search.html")
                ? theme.theme().manifest().searchPath(locale).map(path -> paths.in(locale, path))
                : Optional.empty();
    }

    /** The first of these templates that the theme has. */
    Optional<String> firstTemplate(@Nullable String... ids) {
        for (String id : ids) {
            if (id != null && templates.has(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
