package nl.plein.site.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.kernel.Json;
import nl.plein.site.model.Entry;
import nl.plein.site.template.Html;
import nl.plein.site.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What search engines, feed readers and other sites want to know, and the style sheet: made once here, right for every theme. */
final class Head {
    /** Home and the page itself: where everything is. */
    private static final int TRIVIAL = 2;

    private final PageScope scope;
    private final Page page;
    private final StringBuilder html = new StringBuilder(1024);

    private Head(PageScope scope) {
        this.scope = scope;
        this.page = scope.page();
    }

    static String of(PageScope scope) {
        Head head = new Head(scope);
        head.titles();
        head.addresses();
        head.openGraph();
        head.feeds();
        head.stylesheet();
        head.jsonLd();
        return head.html.toString();
    }

    private void titles() {
        html.append("<title>").append(Html.escape(fullTitle())).append("</title>\n");
        String description = PageShape.description(scope);
        if (!description.isEmpty()) {
            meta("name", "description", description);
        }
        if (PageShape.noindex(scope)) {
            meta("name", "robots", "noindex");
        }
    }

    private String fullTitle() {
        String site = scope.reads().site().name(scope.locale());
        String title = page.title().isEmpty() ? site : page.title();
        boolean home = page.path().equals(scope.edition().paths().home(scope.locale()));
        String numbered = page.list()
                .filter(list -> page.number() < list.pages())
                .map(list -> numbered(title, page.number()))
                .orElse(title);
        return home && (title.equals(site) || site.isEmpty())
                ? numbered
                : site.isEmpty() ? numbered : numbered + " · " + site;
    }

    private String numbered(String title, int number) {
        return Texts.filled(scope.words().textOr("page.numbered", "{0} ({1})"), List.of(title, number));
    }

    private void addresses() {
        if (page.kind().isAnswer()) {
            return;
        }
        link("canonical", scope.links().absolute(page.path()), null);
        List<String> locales = scope.reads().site().locales();
        if (locales.size() < 2) {
            return;
        }
        for (String locale : locales) {
            PageShape.pathIn(scope, locale)
                    .ifPresent(path -> link(
                            "alternate", scope.links().absolute(path), "hreflang=\"" + Html.escape(locale) + "\""));
        }
    }

    private void openGraph() {
        boolean article =
                page.entry().map(entry -> entry.fields().containsKey("date")).orElse(false);
        meta("property", "og:type", article ? "article" : "website");
        meta("property", "og:title", page.title());
        meta("property", "og:url", scope.links().absolute(page.path()));
        meta("property", "og:site_name", scope.reads().site().name(scope.locale()));
        meta("property", "og:locale", page.locale().replace('-', '_'));
        String description = PageShape.description(scope);
        if (!description.isEmpty()) {
            meta("property", "og:description", description);
        }
        if (article) {
            page.entry()
                    .map(Entry::publishedAt)
                    .filter(at -> !at.isEmpty())
                    .ifPresent(at -> meta("property", "article:published_time", at));
        }
        image().ifPresent(url -> {
            meta("property", "og:image", url);
            meta("name", "twitter:card", "summary_large_image");
        });
    }

    private Optional<String> image() {
        return page.entry()
                .map(entry -> Fields.view(scope, entry.fields().get("image")))
                .filter(AssetView.class::isInstance)
                .map(AssetView.class::cast)
                .filter(view -> view.asset().isImage())
                .map(view -> scope.links().absolute(Images.preview(view.asset(), scope.media())));
    }

    private void feeds() {
        page.list()
                .filter(Listing::feed)
                .ifPresent(list -> link(
                        "alternate",
                        scope.links().url(list.feedPath()),
                        "type=\"application/atom+xml\" title=\"" + Html.escape(list.title()) + "\""));
    }

    private void stylesheet() {
        link("stylesheet", scope.edition().fileUrl(scope.edition().theme().stylesheet()), null);
    }

    private void jsonLd() {
        if (page.kind().isAnswer()) {
            return;
        }
        if (page.entry().isPresent() && page.number() == 0) {
            jsonLd(SchemaOrg.of(scope, page.entry().get(), image()));
        }
        List<PageShape.Crumb> crumbs = PageShape.crumbs(scope);
        if (crumbs.size() > TRIVIAL) {
            jsonLd(SchemaOrg.breadcrumbs(scope, crumbs));
        }
    }

    private void jsonLd(Map<String, @Nullable Object> what) {
        html.append("<script type=\"application/ld+json\">")
                .append(scriptSafe(Json.write(what)))
                .append("</script>\n");
    }

    /** JSON in a script element: nothing in it may look like the element's end or a comment. */
    private static String scriptSafe(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private void meta(String kind, String name, String content) {
        html.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
        html.append(Html.escape(content)).append("\">\n");
    }

    private void link(String rel, String href, @Nullable String more) {
        html.append("<link rel=\"").append(rel).append("\" ");
        if (more != null) {
            html.append(more).append(' ');
        }
        html.append("href=\"").append(Html.escape(href)).append("\">\n");
    }
}
