package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Redirect;

/**
 * The files of a tree that machines read, apart from sitemaps and search indexes: feeds, calendars, robots.txt, security.txt, redirects.
 * All are told by site path; empty is one that the tree does not have.
 */
public final class Artifacts {
    private static final String REDIRECTS = "/_redirects";

    private final Edition edition;

    public Artifacts(Edition edition) {
        this.edition = edition;
    }

    /** The paths of all lists. */
    public Set<String> lists() {
        return edition.listings().all().stream().map(Listing::path).collect(Collectors.toSet());
    }

    /** The paths of lists with nothing in them: their feeds are as old as the site's day. */
    public Set<String> emptyLists() {
        return edition.listings().all().stream()
                .filter(list -> list.items().isEmpty())
                .map(Listing::path)
                .collect(Collectors.toSet());
    }

    /** @param path where a list is, or was */
    public Map<String, Optional<byte[]>> ofList(String path) {
        Optional<Listing> list = edition.listings().at(path);
        return Map.of(
                Listing.feedPath(path),
                list.filter(Listing::feed).map(shown -> Feed.of(edition, shown).getBytes(StandardCharsets.UTF_8)),
                Calendars.listPath(path),
                list.flatMap(shown -> Calendars.ofList(edition, shown)));
    }

    /** @return nothing for most pages */
    public Map<String, byte[]> ofPage(Page page) {
        return Calendars.ofPage(edition, page)
                .map(calendar -> Map.of(Calendars.pagePath(page.path()), calendar))
                .orElse(Map.of());
    }

    /** What depends on nothing but what the site says of itself. */
    public Map<String, Optional<byte[]>> ofSite() {
        return Map.of("/robots.txt", Optional.of(robots().getBytes(StandardCharsets.UTF_8)));
    }

    /** What depends on settings, or on the day. */
    public Map<String, Optional<byte[]>> ofSettings() {
        return Map.of(SecurityTxt.PATH, SecurityTxt.of(edition));
    }

    /** In the forms that static hosts and web servers read. */
    public Map<String, Optional<byte[]>> ofRedirects(List<Redirect> redirects) {
        Map<String, Optional<byte[]>> files = new HashMap<>(HostFiles.of(edition, redirects));
        files.put(REDIRECTS, redirects.isEmpty() ? Optional.empty() : Optional.of(table(redirects)));
        return files;
    }

    private String robots() {
        boolean open = edition.site().indexable() && edition.view().audience().equals(Audience.EVERYONE);
        return open
                ? "User-agent: *\nAllow: /\nSitemap: " + edition.links().absolute("/sitemap.xml") + "\n"
                : "User-agent: *\nDisallow: /\n";
    }

    private byte[] table(List<Redirect> redirects) {
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
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a static host answers with where a page was taken away: in the language of that page, if the theme can. */
    private String gone(String path) {
        String locale = edition.paths().localeOf(path);
        String page = edition.paths().in(locale, "/410.html");
        return edition.templates().has("410.html") ? page : edition.paths().in(locale, "/404.html");
    }
}
