package nl.plein.cms.model;

import static nl.plein.cms.model.FieldKind.*;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.plein.cms.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What becomes of a value when its field changes its kind. */
final class Conversions {

    private static final JsonNodeFactory JSON_NODES = Json.mapper().getNodeFactory();
    private static final Set<FieldKind> WORDS =
            Set.of(TEXT, LONG_TEXT, SELECT, DATE, DATE_TIME, COLOUR, NUMBER, BOOLEAN);
    private static final Set<FieldKind> PLAIN = Set.of(TEXT, LONG_TEXT, SELECT);
    private static final Set<String> YES = Set.of("true", "yes", "ja", "1");
    private static final Set<String> NO = Set.of("false", "no", "nee", "0");
    private static final int LONGEST_NUMBER = 100;

    private final RichTextWords words;

    Conversions(RichTextWords words) {
        this.words = words;
    }

    /** @param value null if nothing of it can be said @param whole whether all of it is said */
    record Converted(@Nullable JsonNode value, boolean whole) {

        static Converted all(JsonNode value) {
            return new Converted(value, true);
        }

        static Converted part(JsonNode value) {
            return new Converted(value, false);
        }

        static Converted nothing() {
            return new Converted(null, false);
        }
    }

    interface Conversion extends Function<JsonNode, Converted> {}

    /** Empty if no value of the one kind can be said by the other. */
    Optional<Conversion> find(FieldKind from, FieldKind to) {
        if (from == to || to == FieldKind.JSON) {
            return Optional.of(Converted::all);
        }
        return Optional.ofNullable(
                switch (to) {
                    case TEXT, LONG_TEXT -> toPlain(from, to);
                    case RICH_TEXT -> WORDS.contains(from) ? text(words -> all(paragraphs(words))) : null;
                    case SELECT -> WORDS.contains(from) ? text(words -> all(string(words))) : null;
                    case NUMBER -> PLAIN.contains(from) ? text(Conversions::number) : null;
                    case BOOLEAN -> PLAIN.contains(from) ? text(Conversions::truth) : null;
                    case DATE -> toDay(from);
                    case DATE_TIME -> PLAIN.contains(from) ? text(Conversions::moment) : null;
                    case COLOUR -> PLAIN.contains(from) ? text(Conversions::colour) : null;
                    case LINK -> PLAIN.contains(from) ? text(Conversions::link) : null;
                    case REFERENCES, TAGS -> toMany(from);
                    case REFERENCE -> from == REFERENCES || from == TAGS ? Conversions::first : null;
                    case GROUPS -> from == GROUP ? Conversions::listOf : null;
                    case GROUP -> from == GROUPS ? Conversions::first : null;
                    case ASSET, LOCATION, JSON, BLOCKS -> null;
                });
    }

    private @Nullable Conversion toPlain(FieldKind from, FieldKind to) {
        if (from == RICH_TEXT) {
            return text(html -> new Converted(
                    string(to == TEXT ? oneLine(words.of(html)) : words.of(html).strip()), isPlain(html)));
        }
        if (!WORDS.contains(from)) {
            return null;
        }
        return text(words -> all(string(to == TEXT && from == LONG_TEXT ? oneLine(words) : words)));
    }

    /** Whether paragraphs are the only mark-up. */
    private static boolean isPlain(String html) {
        return !html.replace("<p>", "").replace("</p>", "").contains("<");
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static @Nullable Conversion toDay(FieldKind from) {
        if (from == DATE_TIME) {
            return text(words ->
                    words.length() >= 10 ? Converted.part(string(words.substring(0, 10))) : Converted.nothing());
        }
        return PLAIN.contains(from) ? text(Conversions::day) : null;
    }

    private static @Nullable Conversion toMany(FieldKind from) {
        if (from == REFERENCE) {
            return Conversions::listOf;
        }
        return from == REFERENCES || from == TAGS ? Converted::all : null;
    }

    /** A conversion of what is written; of values that are not, nothing can be said. */
    private static Conversion text(Function<String, Converted> conversion) {
        return value -> {
            if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
                return Converted.nothing();
            }
            return conversion.apply(value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
        };
    }

    private static Converted all(JsonNode value) {
        return Converted.all(value);
    }

    private static JsonNode string(String words) {
        return JSON_NODES.stringNode(words);
    }

    private static JsonNode paragraphs(String words) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : words.strip().split("\\R\\s*\\R")) {
            html.append("<p>")
                    .append(paragraph
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replaceAll("\\R", "<br>"))
                    .append("</p>");
        }
        return string(html.toString());
    }

    private static Converted number(String words) {
        try {
            String text = words.strip();
            return text.length() > LONGEST_NUMBER
                    ? Converted.nothing()
                    : all(Json.mapper().readTree(new BigDecimal(text).toString())); // as it is read from a row
        } catch (NumberFormatException e) {
            return Converted.nothing();
        }
    }

    private static Converted truth(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text) || NO.contains(text)) {
            return all(JSON_NODES.booleanNode(YES.contains(text)));
        }
        return Converted.nothing();
    }

    private static Converted day(String words) {
        try {
            return all(string(LocalDate.parse(words.strip()).toString()));
        } catch (DateTimeException e) {
            return Converted.nothing();
        }
    }

    private static Converted moment(String words) {
        try {
            OffsetDateTime.parse(words.strip());
            return all(string(words.strip()));
        } catch (DateTimeException e) {
            return Converted.nothing();
        }
    }

    private static Converted colour(String words) {
        return words.strip().matches("#[0-9a-fA-F]{6}") ? all(string(words.strip())) : Converted.nothing();
    }

    private static Converted link(String words) {
        return Addresses.ofLink(words)
                .map(address -> all(JSON_NODES.objectNode().put("href", address)))
                .orElseGet(Converted::nothing);
    }

    private static Converted listOf(JsonNode value) {
        return all(JSON_NODES.arrayNode().add(value));
    }

    private static Converted first(JsonNode value) {
        if (value.isEmpty()) {
            return Converted.nothing();
        }
        return value.size() == 1 ? Converted.all(value.get(0)) : Converted.part(value.get(0));
    }
}
