package nl.plein.cms.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** Where a page would lie: its explicit path, its place in the tree, or the pattern of its type. */
final class Addressing {

    private static final List<String> DATE_FIELDS = List.of("date", "publishedAt");

    private Addressing() {}

    /**
     * @param parentPath public path of the parent's page in the same locale; empty if there is none
     * @return the public path; empty if such an entry has no page
     * @throws Invalid {@code reserved-path}, {@code invalid-path}, {@code unknown-group}
     */
    static String path(
            SiteRef site,
            GroupPaths groups,
            ContentType type,
            Entry entry,
            Translation translation,
            JsonNode payload,
            Optional<String> parentPath) {
        String locale = translation.locale();
        Optional<String> own = translation
                .explicitPath()
                .or(() -> inTree(type, translation, parentPath))
                .or(() -> byPattern(site, type, entry, translation, payload));
        if (own.isEmpty()) {
            return "";
        }
        String path = Paths.normalise(Paths.withPrefix(site, locale, own.get()));
        Paths.refuseReserved(site, locale, path);
        return groups.place(entry.audience(), locale, path);
    }

    /** @throws Invalid {@code invalid-slug} if one is given that is none */
    static String slug(Optional<String> given, String title) {
        given.filter(slug -> !Slug.isSlug(slug)).ifPresent(slug -> {
            throw new Invalid(
                    "invalid-slug",
                    "\"" + (slug.length() > 60 ? slug.substring(0, 59) + "…" : slug)
                            + "\" is no slug: use lower-case letters, digits and hyphens, such as \"" + Slug.of(slug)
                            + "\".");
        });
        return given.orElseGet(() -> Slug.of(title));
    }

    /** An explicit path in its normal form; what it may not be is found when the page is placed. */
    static Optional<String> explicit(Optional<String> given) {
        return given.map(Paths::normalise);
    }

    private static Optional<String> inTree(ContentType type, Translation translation, Optional<String> parentPath) {
        if (!type.tree()
                || parentPath.isEmpty()
                        && type.pathPattern(translation.locale()).isPresent()) {
            return Optional.empty();
        }
        String above = parentPath.orElse("");
        return Optional.of((above.equals("/") ? "" : above) + "/" + translation.slug());
    }

    private static Optional<String> byPattern(
            SiteRef site, ContentType type, Entry entry, Translation translation, JsonNode payload) {
        return type.pathPattern(translation.locale()).map(pattern -> {
            LocalDate day = day(payload)
                    .orElseGet(() -> entry.createdAt().atZone(site.zone()).toLocalDate());
            return pattern.replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
                    .replace("{mm}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
                    .replace("{dd}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth()))
                    .replace("{slug}", translation.slug());
        });
    }

    private static Optional<LocalDate> day(JsonNode payload) {
        for (String field : DATE_FIELDS) {
            String text = payload.path(field).asString("");
            try {
                if (text.length() == 10) {
                    return Optional.of(LocalDate.parse(text));
                }
                if (!text.isEmpty()) {
                    return Optional.of(OffsetDateTime.parse(text).toLocalDate());
                }
            } catch (DateTimeException e) {
                continue; // a draft may hold a date that does not exist; the next field may be better
            }
        }
        return Optional.empty();
    }
}
