package nl.plein.cms.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/**
 * A place in a payload, as it is now. Blocks are found by their ids, wherever they have moved to.
 *
 * @param text what people read there, with single spaces; empty where there is no text
 */
record Passage(String text) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** @return empty if the type knows no such field, or the block is not there */
    static Optional<Passage> find(Map<String, ContentType> types, ContentType type, JsonNode payload, String place) {
        return new Walk(types, List.of(place.split("/", -1))).fields(type.fields(), payload, 0);
    }

    boolean says(String quote) {
        return text.contains(quote);
    }

    static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private record Walk(Map<String, ContentType> types, List<String> steps) {

        Optional<Passage> fields(List<Field> fields, JsonNode values, int at) {
            return fields.stream()
                    .filter(field -> field.key().equals(steps.get(at)))
                    .findFirst()
                    .flatMap(field -> field(field, values.path(field.key()), at + 1));
        }

        private Optional<Passage> field(Field field, JsonNode value, int next) {
            if (next == steps.size()) {
                return Optional.of(new Passage(read(field, value)));
            }
            return switch (field.kind()) {
                case GROUP -> fields(field.fields(), value, next);
                case BLOCKS -> block(value, next);
                default -> Optional.empty(); // members of a repeated group have no names that would last
            };
        }

        private Optional<Passage> block(JsonNode blocks, int at) {
            for (JsonNode block : blocks) {
                if (block.path("id").asString("").equals(steps.get(at))) {
                    if (at + 1 == steps.size()) {
                        return Optional.of(new Passage(""));
                    }
                    return Optional.ofNullable(types.get(block.path("type").asString("")))
                            .flatMap(type -> fields(type.fields(), block.path("fields"), at + 1));
                }
            }
            return Optional.empty();
        }

        private static String read(Field field, JsonNode value) {
            if (!field.kind().isText()) {
                return "";
            }
            String text = value.asString("");
            return spaced(
                    field.kind() == FieldKind.RICH_TEXT
                            ? Jsoup.parseBodyFragment(text).text()
                            : text);
        }
    }
}
