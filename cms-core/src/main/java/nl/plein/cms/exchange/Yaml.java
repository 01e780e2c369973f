package nl.plein.cms.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.plein.cms.exchange.Archive.Unreadable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one small YAML 1.2 mapping from a source that we do not trust. Tags construct nothing; an alias counts as often as
 * it is used, so that a "billion laughs" document ends at the bound instead of filling the memory.
 */
final class Yaml {

    private static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 20;
    private static final int MOST_NODES = 20_000;
    private static final Pattern TAB_AFTER_VALUE = Pattern.compile(" *(?:- |[\\w-]+: )[^#]*\\S *\\t\\s*");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private final YAMLParser parser;
    private final List<String> notes;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;

    private Yaml(YAMLParser parser, List<String> notes) {
        this.parser = parser;
        this.notes = notes;
    }

    /**
     * @param linesBefore lines of the file above the YAML, so that errors name lines of the file
     * @param notes       gets a sentence for each key that is there twice (the last one counts)
     */
    static ObjectNode mapping(String yaml, int linesBefore, List<String> notes) {
        if (yaml.length() > LONGEST) {
            throw new Unreadable("Its front matter is longer than " + LONGEST + " characters.");
        }
        refuseTabs(yaml, linesBefore);
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return NODES.objectNode();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new Unreadable("Its front matter is no list of \"key: value\" lines.");
            }
            return new Yaml(parser, notes).object();
        } catch (JacksonException e) {
            throw new Unreadable("Its front matter is no valid YAML" + where(e, linesBefore) + ": " + reason(e));
        } catch (StackOverflowError e) {
            throw new Unreadable("Its front matter is nested too deeply.");
        }
    }

    /** What Jekyll, Hugo and Eleventy refuse: YAML 1.1 has no tabs after a value, and 1.2 readers do not agree. */
    private static void refuseTabs(String yaml, int linesBefore) {
        int number = linesBefore;
        for (String line : yaml.split("\n", -1)) {
            number++;
            if (TAB_AFTER_VALUE.matcher(line).matches()) {
                throw new Unreadable("Its front matter is no valid YAML at line " + number + ", column "
                        + (line.stripTrailing().length() + 1) + ": a tab cannot follow a value; remove it.");
            }
        }
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (object.has(key)) {
                notes.add("The front matter has \"" + key + "\" twice; the last one counts.");
            }
            object.set(key, value());
        }
        return object;
    }

    private JsonNode value() {
        count(1);
        if (parser.isCurrentAlias()) {
            return aliased(parser.getString());
        }
        String anchor = parser.getObjectId();
        int before = nodes;
        JsonNode value =
                switch (parser.currentToken()) {
                    case START_OBJECT -> object();
                    case START_ARRAY -> array();
                    case VALUE_NULL -> NullNode.getInstance();
                    default -> NODES.stringNode(parser.getString());
                };
        return remember(anchor, value, nodes - before + 1);
    }

    private JsonNode array() {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode remember(@Nullable String anchor, JsonNode value, int size) {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, size));
        }
        return value;
    }

    private JsonNode aliased(String name) {
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new Unreadable("Its front matter uses the alias \"*" + name + "\", which is not defined above it.");
        }
        count(anchored.size());
        return anchored.value();
    }

    private void count(int more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new Unreadable("Its front matter has more than " + MOST_NODES + " values.");
        }
    }

    private static String where(JacksonException e, int linesBefore) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line " + (at.getLineNr() + linesBefore) + ", column " + at.getColumnNr();
    }

    /** The problem in one line: the library's message goes on with an excerpt. */
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String line = message.lines()
                .filter(l -> !l.isBlank() && !l.strip().startsWith("in ") && !l.startsWith("while "))
                .findFirst()
                .orElse(message)
                .strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private record Anchored(JsonNode value, int size) {}
}
