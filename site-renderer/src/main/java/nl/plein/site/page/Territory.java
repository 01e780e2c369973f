package nl.plein.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Entry;
import nl.plein.site.model.Site;

/**
 * The part of a site that a tree holds: all of it, or what lies under the prefix of a group, as {@code /groepen/<slug>} and {@code
 * /en/groups/<slug>}. A group's tree has everything its pages need under its prefix, so that its members need no other.
 */
public final class Territory {
    private final Site site;
    private final LocalePaths paths;
    private final Audience audience;

    Territory(Site site, LocalePaths paths, Audience audience) {
        this.site = site;
        this.paths = paths;
        this.audience = audience;
    }

    public boolean isOfGroup() {
        return audience.isGroup();
    }

    /** The paths that lie here with all that lies under them; empty for the whole site. */
    public List<String> prefixes() {
        return isOfGroup() ? site.locales().stream().map(this::front).toList() : List.of();
    }

    /** The path of the first page of a locale. */
    String front(String locale) {
        return isOfGroup() ? paths.in(locale, "/" + word(locale) + "/" + site.slugOf(audience)) : paths.home(locale);
    }

    /** @param bare a path without the locale's prefix, beginning with "/" */
    public String in(String locale, String bare) {
        return isOfGroup() ? front(locale) + bare : paths.in(locale, bare);
    }

    /** Where a file that pages of all locales name lies. @param path its site path in a tree of the whole site */
    public String file(String path) {
        return isOfGroup() ? front(site.locales().get(0)) + path : path;
    }

    public boolean covers(String path) {
        return !isOfGroup() || prefixes().stream().anyMatch(prefix -> liesUnder(path, prefix));
    }

    /** Whether an entry that may be read here has its page here, too. */
    boolean holds(Entry entry) {
        return !isOfGroup()
                || entry.audience().equals(audience.key()) && liesUnder(entry.path(), front(entry.locale()));
    }

    /** Whether a list of what is here names this entry: its first page does not name itself. */
    boolean lists(Entry entry) {
        return !isOfGroup() || holds(entry) && !entry.path().equals(front(entry.locale()));
    }

    /** What a group is called whose first page this is. */
    Optional<String> titleAt(String path) {
        return prefixes().indexOf(path) < 0
                ? Optional.empty()
                : Optional.of(title(site.locales().get(prefixes().indexOf(path))));
    }

    String title(String locale) {
        return isOfGroup() ? site.titleOf(audience, locale) : site.name(locale);
    }

    /** The one list of a group: all that it has, newest first. */
    ListRule rule() {
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, String> title = new LinkedHashMap<>();
        for (String locale : site.locales()) {
            path.put(locale, "/" + word(locale) + "/" + site.slugOf(audience));
            title.put(locale, title(locale));
        }
        return new ListRule("group", List.of(), List.of(), path, title, "publishedAt", false);
    }

    private static boolean liesUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static String word(String locale) {
        return locale.equals("nl") || locale.startsWith("nl-") ? "groepen" : "groups";
    }
}
