package nl.plein.cms.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.model.FieldKind;

/** The fields that an import fills without being told, and the keys of front matter that they come from, the first that is there. */
enum StandardField {
    TITLE(FieldKind.TEXT, "title", "display_name", "name"),
    DATE(FieldKind.DATE_TIME, "date", "publishDate", "pubDate"),
    SUMMARY(FieldKind.LONG_TEXT, "summary", "excerpt", "description", "deck"),
    IMAGE(FieldKind.ASSET, "image"),
    BODY(FieldKind.RICH_TEXT),
    AUTHORS(FieldKind.REFERENCES, "authors", "author"),
    TAGS(FieldKind.TAGS, "tags", "topics", "categories");

    /** Keys, in lower case, that say how to import a file and are no content of it. */
    private static final Set<String> STEERING = Set.of(
            "slug", "permalink", "url", "aliases", "redirect_from", "draft", "published", "expirydate", "image_alt");

    private final FieldKind kind;
    private final List<String> keys;

    StandardField(FieldKind kind, String... keys) {
        this.kind = kind;
        this.keys = List.of(keys);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    FieldKind kind() {
        return kind;
    }

    List<String> keys() {
        return keys;
    }

    static Optional<StandardField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.keys.contains(key)).findFirst();
    }

    static boolean isSteering(String key) {
        return STEERING.contains(key.toLowerCase(Locale.ROOT));
    }

    /** What else the value of this key may become. */
    static boolean mayBecome(String key, FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, RICH_TEXT, NUMBER, BOOLEAN, DATE, DATE_TIME, JSON -> true;
            case TAGS, REFERENCES, ASSET ->
                of(key).filter(field -> field.kind == kind).isPresent();
            default -> false;
        };
    }
}
