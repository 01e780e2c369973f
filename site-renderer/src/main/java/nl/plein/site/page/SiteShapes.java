package nl.plein.site.page;

import java.util.Map;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** What templates read as {@code site}, {@code theme} and {@code alert}. */
final class SiteShapes {
    private SiteShapes() {}

    static Shape site(PageScope scope) {
        Site site = scope.reads().site();
        String locale = scope.locale();
        return new Named("site")
                .is("id", site.id())
                .with("name", () -> site.name(locale))
                .with("description", () -> site.description(locale))
                .with("agency", site::agency)
                .with("locales", site::locales)
                .with("contact", () -> Fields.view(scope, site.about("contact")))
                .with("day", () -> day(scope))
                .with("year", () -> day(scope).substring(0, 4))
                .with("home", () -> scope.links().url(scope.edition().paths().home(locale)))
                .with("searchUrl", () -> scope.edition()
                        .searchPath(locale)
                        .map(scope.links()::url)
                        .orElse(null))
                .with("forms", () -> forms(scope))
                .with("audience", () -> scope.edition().view().audience().key())
                .with("signInUrl", () -> signInUrl(scope))
                .with("signOutUrl", () -> isForEveryone(scope) ? null : "/identity/sign-out")
                .with("host", site::host);
    }

    /** Where pages tell of sign-in: where a narrower tree shows more. On the server that the site lives on, not below a base path. */
    private static @Nullable String signInUrl(PageScope scope) {
        scope.reads().setting("site"); // which trees there are
        boolean more = scope.reads().site().audiences().size() > 1;
        return more && isForEveryone(scope) ? "/identity/sign-in" : null;
    }

    private static boolean isForEveryone(PageScope scope) {
        return scope.edition().view().audience().equals(Audience.EVERYONE);
    }

    private static String day(PageScope scope) {
        scope.reads().setting("siteDay");
        return scope.reads().site().day();
    }

    /** Which forms the site has opened, and where they are sent: to the server that the site lives on, not below a base path. */
    private static @Nullable Shape forms(PageScope scope) {
        if (!(scope.reads().setting("forms") instanceof Map<?, ?> forms)) {
            return null;
        }
        String door = "/participate/v1/sites/" + scope.reads().site().id() + "/";
        return new Named("the forms")
                .is("contact", Boolean.TRUE.equals(forms.get("contact")))
                .is("useful", Boolean.TRUE.equals(forms.get("useful")))
                .is("messages", door + "messages")
                .is("verdicts", door + "verdicts");
    }

    static Shape theme(PageScope scope) {
        return new Named("theme")
                .with("name", () -> scope.edition().theme().theme().name())
                .with(
                        "settings",
                        () -> Root.map(
                                scope, "the settings", scope.edition().theme().settings()));
    }

    static @Nullable Shape alert(PageScope scope) {
        if (!(scope.reads().setting("alert") instanceof Map<?, ?> alert)) {
            return null;
        }
        Object text = alert.get(scope.locale());
        if (text == null || String.valueOf(text).isBlank()) {
            return null;
        }
        Object level = alert.get("level");
        return new Named("alert")
                .with("html", () -> RichText.html(scope, String.valueOf(text)))
                .is("level", (level == null ? "info" : String.valueOf(level)));
    }
}
