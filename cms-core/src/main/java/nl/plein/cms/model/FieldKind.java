package nl.plein.cms.model;

import java.util.Arrays;
import java.util.Optional;

/** What a field holds. The JSON shape of each kind is in {@code docs/content-types.md}. */
public enum FieldKind {
    TEXT("text", true),
    LONG_TEXT("longText", false),
    RICH_TEXT("richText", false),
    NUMBER("number", true),
    BOOLEAN("boolean", true),
    DATE("date", true),
    DATE_TIME("dateTime", true),
    SELECT("select", true),
    TAGS("tags", true),
    REFERENCE("reference", true),
    REFERENCES("references", true),
    ASSET("asset", false),
    LOCATION("location", false),
    LINK("link", false),
    COLOUR("colour", false),
    JSON("json", false),
    BLOCKS("blocks", false),
    GROUP("group", false),
    GROUPS("groups", false);

    private final String key;
    private final boolean filterable;

    FieldKind(String key, boolean filterable) {
        this.key = key;
        this.filterable = filterable;
    }

    /** As written in a type's JSON. */
    public String key() {
        return key;
    }

    /** Whether lists can be filtered and sorted by it. */
    public boolean filterable() {
        return filterable;
    }

    /** One string, without parts. */
    public boolean isText() {
        return this == TEXT || this == LONG_TEXT || this == RICH_TEXT;
    }

    public boolean isMany() {
        return this == TAGS || this == REFERENCES || this == BLOCKS || this == GROUPS;
    }

    public boolean hasFields() {
        return this == GROUP || this == GROUPS;
    }

    public boolean pointsAtEntries() {
        return this == TAGS || this == REFERENCE || this == REFERENCES;
    }

    public static Optional<FieldKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
