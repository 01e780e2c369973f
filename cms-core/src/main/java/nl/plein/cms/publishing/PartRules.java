package nl.plein.cms.publishing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What makes a site part sound. */
final class PartRules {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 308);
    private static final int LONGEST_KEY = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern GROUP_ID = Pattern.compile("[a-z0-9-]{1,56}");

    /** What a site may want to say beside its groups. */
    private static final List<String> NO_SLUGS = List.of("page", "new", "nieuw", "my", "mijn");

    private PartRules() {}

    static void check(SiteRef site, List<PartChange> changes) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            PartChange change = changes.get(i);
            String pointer = "/" + i;
            whyNot(site, change).map(finding -> finding.under(pointer)).ifPresent(findings::add);
            long same = changes.stream()
                    .filter(other ->
                            other.kind() == change.kind() && other.key().equals(change.key()))
                    .count();
            if (same > 1) {
                findings.add(new Finding("/" + i, "double", "\"" + change.key() + "\" is named twice."));
            }
        }
        if (changes.isEmpty()) {
            findings.add(new Finding("", "empty", "Name at least one site part."));
        }
        if (!findings.isEmpty()) {
            throw new Invalid("invalid-site-part", findings.get(0).message(), findings);
        }
    }

    private static Optional<Finding> whyNot(SiteRef site, PartChange change) {
        String key = change.key();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return finding("key", "A site part needs a key of 1 to " + LONGEST_KEY + " characters.");
        }
        if (change.kind() == PartKind.SETTING && key.equals(VersionSteps.SITE_DAY)) {
            return finding("key", "The day of a site follows its time zone and can't be set.");
        }
        JsonNode value = change.value();
        if (value != null && Json.write(value).length() > Json.LONGEST_STRING) {
            return finding("too-long", "\"" + key + "\" is longer than 1 Mi characters.");
        }
        return switch (change.kind()) {
            case REDIRECT -> redirect(key, value);
            case MENU -> menu(key, value);
            case THEME -> theme(key, value);
            case SETTING -> setting(site, key, value);
            case GROUP -> group(site, key, value);
        };
    }

    private static Optional<Finding> redirect(String key, @Nullable JsonNode value) {
        if (!isPath(key)) {
            return finding("path", "A redirect is named by a path that begins with one slash, such as /old/page.");
        }
        if (value == null) {
            return Optional.empty();
        }
        if (value.has("to") == value.has("entry")) {
            return finding("redirect", "The redirect from " + key + " needs either \"to\" or \"entry\".");
        }
        if (value.has("entry") && !isEntry(value.path("entry"))) {
            return finding("redirect", "\"entry\" of the redirect from " + key + " is no id of an entry.");
        }
        String to = value.path("to").asString("/");
        if (to.equals(key) || !(isPath(to) || isWebAddress(to))) {
            return finding(
                    "redirect", "\"to\" of the redirect from " + key + " must be another path or a web address.");
        }
        return value.has("status") && !REDIRECTS.contains(value.path("status").asInt(0))
                ? finding("status", "A redirect has the status 301, 302 or 308.")
                : Optional.empty();
    }

    private static Optional<Finding> menu(String key, @Nullable JsonNode value) {
        if (!key.matches("[a-z][a-z0-9-]*\\.[A-Za-z0-9-]+")) {
            return finding("key", "A menu is named by a name and a locale, such as main.nl.");
        }
        return value == null || value.path("items").isArray()
                ? Optional.empty()
                : finding("menu", "The menu " + key + " needs a list of \"items\".");
    }

    private static Optional<Finding> theme(String key, @Nullable JsonNode value) {
        if (!key.equals("theme")) {
            return finding("key", "A site has one theme; its key is \"theme\".");
        }
        return value == null || value.path("name").isString()
                ? Optional.empty()
                : finding("theme", "The theme needs the \"name\" of a theme package.");
    }

    private static Optional<Finding> group(SiteRef site, String key, @Nullable JsonNode value) {
        if (!GROUP_ID.matcher(key).matches()) {
            return finding("key", "A group is named by 1 to 56 lower-case letters, digits and hyphens.");
        }
        if (value == null) {
            return Optional.empty();
        }
        String slug = value.path("slug").asString("");
        if (!Slug.isSlug(slug) || NO_SLUGS.contains(slug)) {
            return finding(
                    "slug",
                    "The group " + key + " needs a \"slug\" of lower-case letters, digits and hyphens, other than "
                            + String.join(", ", NO_SLUGS) + ".");
        }
        return site.locales().stream()
                .filter(locale -> !isTitle(value.path("title").path(locale).asString("")))
                .findFirst()
                .flatMap(locale -> finding(
                        "title",
                        "The group " + key + " needs a \"title\" of 1 to " + LONGEST_TITLE + " characters in " + locale
                                + "."));
    }

    private static boolean isTitle(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TITLE;
    }

    private static Optional<Finding> setting(SiteRef site, String key, @Nullable JsonNode value) {
        if (!key.equals("site")) {
            return Optional.empty();
        }
        if (value == null || !value.isObject()) {
            return finding("setting", "The setting \"site\" can be changed, not removed.");
        }
        try {
            SiteRef settled = settled(site, value);
            FoundSite.check(settled.name(), settled.timeZone(), settled.locales());
            return Optional.empty();
        } catch (Invalid wrong) {
            return finding(wrong.code(), wrong.message());
        }
    }

    /** The site as its setting {@code site} says; what it does not say stays. */
    static SiteRef settled(SiteRef site, JsonNode value) {
        List<String> locales = new ArrayList<>();
        value.path("locales").forEach(locale -> locales.add(locale.asString("")));
        List<String> used = locales.isEmpty() ? site.locales() : locales;
        JsonNode name = value.path("name");
        String text =
                name.isString() ? name.stringValue() : name.path(used.get(0)).asString(site.name());
        return new SiteRef(
                site.id(),
                site.agency(),
                site.version(),
                site.state(),
                text,
                value.path("timeZone").asString(site.timeZone()),
                used);
    }

    private static Optional<Finding> finding(String code, String message) {
        return Optional.of(new Finding("", code, message));
    }

    private static boolean isEntry(JsonNode value) {
        try {
            return value.isString() && EntryId.of(value.stringValue()).value().version() >= 0;
        } catch (Invalid e) {
            return false;
        }
    }

    /** Whether a page that moved or vanished may have left it: a redirect on this site. */
    static boolean isMade(PartKind kind, String key, JsonNode value) {
        JsonNode to = value.path("to");
        return kind == PartKind.REDIRECT && isPath(key) && (to.isMissingNode() || isPath(to.asString("")));
    }

    private static boolean isPath(String text) {
        return text.startsWith("/")
                && !text.startsWith("//")
                && !text.contains("\\")
                && text.chars().noneMatch(c -> c <= ' ' || c == 127);
    }

    private static boolean isWebAddress(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            return false;
        }
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
