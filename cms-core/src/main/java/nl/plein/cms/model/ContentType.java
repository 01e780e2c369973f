package nl.plein.cms.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a kind of entry, as data. Belongs to an agency; all its sites share it.
 *
 * @param name         labels by locale
 * @param titleField   key of the text field that names an entry; empty for a block without one
 * @param pathPatterns by locale, such as {@code /nieuws/{yyyy}/{slug}}; under the empty key the one for all others
 * @param tree         pages of this type lie under their parent
 * @param json         the definition as it was given
 */
public record ContentType(
        String key,
        Kind kind,
        Map<String, String> name,
        String titleField,
        Map<String, String> pathPatterns,
        boolean tree,
        List<Field> fields,
        JsonNode json) {

    public enum Kind {
        ENTRY,
        BLOCK
    }

    public ContentType {
        name = Map.copyOf(name);
        pathPatterns = Map.copyOf(pathPatterns);
        fields = List.copyOf(fields);
    }

    /** Reads a definition. @throws nl.plein.cms.kernel.Invalid {@code invalid-type} with findings that say what to mend */
    public static ContentType of(JsonNode json) {
        return new ContentTypeReader().read(json);
    }

    /** Whether a type may have this key. */
    public static boolean isKey(String key) {
        return ContentTypeReader.KEY.matcher(key).matches();
    }

    /** Whether paths of pages may be made by this pattern, such as {@code /nieuws/{yyyy}/{slug}}. */
    public static boolean isPathPattern(String pattern) {
        return ContentTypeReader.PATH_PATTERN.matcher(pattern).matches() && pattern.contains("{slug}");
    }

    /** As it is kept once a change is made: fields no longer tell what they were called before. */
    ContentType settled() {
        JsonNode copy = json.deepCopy();
        forgetFormerKeys(copy.path("fields"));
        return copy.equals(json) ? this : of(copy);
    }

    private static void forgetFormerKeys(JsonNode fields) {
        for (JsonNode field : fields.values()) {
            if (field instanceof ObjectNode object) {
                object.remove("was");
                forgetFormerKeys(object.path("fields"));
            }
        }
    }

    public boolean isBlock() {
        return kind == Kind.BLOCK;
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    public Optional<String> pathPattern(String locale) {
        return Optional.ofNullable(pathPatterns.get(locale)).or(() -> Optional.ofNullable(pathPatterns.get("")));
    }

    /** Names this definition; the same for equal ones. */
    public String tag() {
        return Hashes.sha256(Json.canonical(json)).substring(0, 32);
    }

    /** Whether its entries have pages of their own. */
    public boolean hasPages() {
        return tree || !pathPatterns.isEmpty();
    }

    /** The title in a payload; empty if it is not filled in. */
    public String titleOf(JsonNode payload) {
        JsonNode title = payload.path(titleField);
        return title.isString() ? title.stringValue().strip() : "";
    }
}
