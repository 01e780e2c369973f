package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.plein.cms.exchange.Archive.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The YAML at the top of a text file, as Jekyll, Hugo and Eleventy write it, and the text below it.
 *
 * @param values every scalar is a string, as it was written; mappings and sequences keep their shape
 * @param notes  what the reader had to overlook
 * @param given  what the reader of another format says of it, see {@link SourceText}; empty for a file
 */
record FrontMatter(ObjectNode values, String body, List<String> notes, ObjectNode given) {

    private static final String FENCE = "---";

    private FrontMatter(ObjectNode values, String body, List<String> notes) {
        this(values, body, notes, JsonNodeFactory.instance.objectNode());
    }

    /** @throws Unreadable with the line at fault when the front matter is no YAML, or TOML or JSON */
    static FrontMatter of(String source) {
        String text = withoutMark(source);
        int start = firstLine(text);
        String first = lineAt(text, start).stripTrailing();
        if (first.equals("+++")) {
            throw new Unreadable("Its front matter is TOML (\"+++\"); only YAML (\"---\") is read.");
        }
        if (first.startsWith("{") && text.substring(start).matches("(?s)\\{\\s*(\"[^\"\\n]*\"\\s*:.*|\\}.*)")) {
            throw new Unreadable("Its front matter is JSON; only YAML (\"---\") is read.");
        }
        if (!first.equals(FENCE)) {
            return without(text);
        }
        int yaml = afterLine(text, start);
        for (int at = yaml; at < text.length(); at = afterLine(text, at)) {
            String line = lineAt(text, at).stripTrailing();
            if (line.equals(FENCE) || line.equals("...")) {
                int linesBefore = (int)
                        text.substring(0, yaml).chars().filter(c -> c == '\n').count();
                var notes = new ArrayList<String>();
                ObjectNode values = Yaml.mapping(text.substring(yaml, at), linesBefore, notes);
                return new FrontMatter(values, text.substring(afterLine(text, at)), List.copyOf(notes));
            }
        }
        return without(text);
    }

    /** The same, but for some keys. */
    FrontMatter without(Predicate<String> key) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        values.properties().forEach(value -> {
            if (!key.test(value.getKey())) {
                kept.set(value.getKey(), value.getValue());
            }
        });
        return new FrontMatter(kept, body, notes, given);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The text of a scalar; empty when the key is absent, empty or no scalar. */
    Optional<String> text(String key) {
        JsonNode value = values.get(key);
        return value == null || !value.isString() || value.stringValue().isBlank()
                ? Optional.empty()
                : Optional.of(value.stringValue().strip());
    }

    /** The first of several spellings that is there. */
    Optional<String> text(String key, String... orElse) {
        Optional<String> found = text(key);
        for (int i = 0; found.isEmpty() && i < orElse.length; i++) {
            found = text(orElse[i]);
        }
        return found;
    }

    /** The text of a key that generators write in any letter case, such as {@code expiryDate}. */
    Optional<String> anyCase(String key) {
        return values.propertyNames().stream()
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .flatMap(this::text);
    }

    /** A sequence of scalars, or one scalar, or scalars separated by commas. */
    List<String> texts(String key) {
        JsonNode value = values.get(key);
        var texts = new ArrayList<String>();
        if (value != null && value.isArray()) {
            for (JsonNode item : value) {
                if (item.isString()) {
                    add(texts, item.stringValue());
                }
            }
        } else if (value != null && value.isString()) {
            for (String item : value.stringValue().split(",")) {
                add(texts, item);
            }
        }
        return texts;
    }

    boolean isTrue(String key) {
        return text(key).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    private static void add(List<String> texts, String text) {
        String plain = text.strip();
        if (!plain.isEmpty() && !texts.contains(plain)) {
            texts.add(plain);
        }
    }

    private static FrontMatter without(String text) {
        return new FrontMatter(JsonNodeFactory.instance.objectNode(), text, List.of());
    }

    private static String withoutMark(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int firstLine(String text) {
        int at = 0;
        while (at < text.length() && lineAt(text, at).isBlank()) {
            at = afterLine(text, at);
        }
        return at;
    }

    private static String lineAt(String text, int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static int afterLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }
}
