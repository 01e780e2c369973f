package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a content type and collects everything that is wrong with it. */
final class ContentTypeReader {

    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    static final Pattern PATH_PATTERN =
            Pattern.compile("(/([a-z0-9_~.-]+|\\{yyyy}|\\{mm}|\\{dd}|[a-z0-9_~.-]*\\{slug}[a-z0-9_~.-]*))+");
    private static final Set<String> MEMBERS =
            Set.of("key", "kind", "name", "description", "titleField", "pathPattern", "tree", "fields", "ui");
    private static final int MOST_FILTERABLE = 64;
    private static final int MOST_FIELDS = 200;

    private final Findings findings = new Findings();

    ContentType read(JsonNode json) {
        if (!json.isObject()) {
            throw new Invalid("invalid-type", "A content type is a JSON object with key, kind, name and fields.");
        }
        findings.unknownMembers(json, "", MEMBERS);
        String key = findings.text(json, "/key");
        findings.check(
                KEY.matcher(key).matches(),
                "/key",
                "invalid-key",
                "Use lower-case letters, digits and hyphens, starting with a letter.");
        ContentType.Kind kind = kind(json);
        Map<String, String> name = findings.labels(json.path("name"), "/name", true);
        List<Field> fields = fields(json);
        ContentType type = new ContentType(
                key,
                kind,
                name,
                titleField(json, kind, fields),
                pathPatterns(json, kind),
                findings.flag(json, "/tree", false),
                fields,
                json);
        findings.refuse("invalid-type", "The content type \"" + key + "\" can't be used yet.");
        return type;
    }

    private ContentType.Kind kind(JsonNode json) {
        String kind = json.has("kind") ? findings.text(json, "/kind") : "entry";
        findings.check(
                kind.equals("entry") || kind.equals("block"), "/kind", "invalid-kind", "Use \"entry\" or \"block\".");
        return kind.equals("block") ? ContentType.Kind.BLOCK : ContentType.Kind.ENTRY;
    }

    private List<Field> fields(JsonNode json) {
        List<Field> fields = new FieldReader(findings).readAll(json.path("fields"), "/fields", 1);
        long filterable =
                fields.stream().filter(field -> field.kind().filterable()).count();
        findings.check(
                filterable <= MOST_FILTERABLE,
                "/fields",
                "too-many-filterable-fields",
                "At most " + MOST_FILTERABLE
                        + " fields can be filtered; gather some in a group or make them longText or json.");
        findings.check(
                fields.size() <= MOST_FIELDS, "/fields", "too-many-fields", "At most " + MOST_FIELDS + " fields.");
        return fields;
    }

    private String titleField(JsonNode json, ContentType.Kind kind, List<Field> fields) {
        boolean block = kind == ContentType.Kind.BLOCK;
        if (block && !json.has("titleField")) {
            return "";
        }
        String title = json.has("titleField") ? findings.text(json, "/titleField") : "title";
        boolean there = fields.stream().anyMatch(field -> field.key().equals(title) && field.kind() == FieldKind.TEXT);
        findings.check(
                there,
                "/titleField",
                "no-title-field",
                "Add a field \"" + title + "\" of kind text, or name another text field here.");
        return title;
    }

    private Map<String, String> pathPatterns(JsonNode json, ContentType.Kind kind) {
        JsonNode given = json.path("pathPattern");
        Map<String, String> patterns = new HashMap<>();
        if (given.isString()) {
            patterns.put("", given.stringValue());
        } else if (given.isObject()) {
            given.properties()
                    .forEach(entry ->
                            patterns.put(entry.getKey(), entry.getValue().asString("")));
        } else {
            findings.check(
                    given.isMissingNode() || given.isNull(),
                    "/pathPattern",
                    "invalid-path-pattern",
                    "Use a text such as \"/nieuws/{yyyy}/{slug}\", or an object with one for each locale.");
        }
        findings.check(
                patterns.isEmpty() || kind == ContentType.Kind.ENTRY,
                "/pathPattern",
                "block-with-path",
                "A block has no page: leave the path pattern out.");
        new ArrayList<>(patterns.values()).forEach(this::checkPattern);
        return patterns;
    }

    private void checkPattern(String pattern) {
        findings.check(
                ContentType.isPathPattern(pattern),
                "/pathPattern",
                "invalid-path-pattern",
                "\"" + pattern + "\": start with /, use lower-case words, {yyyy} {mm} {dd}, and {slug} once.");
    }

    /** What is wrong so far. */
    static final class Findings {

        private final List<Finding> all = new ArrayList<>();

        void check(boolean good, String pointer, String code, String message) {
            if (!good) {
                all.add(new Finding(pointer, code, message));
            }
        }

        void refuse(String code, String message) {
            if (!all.isEmpty()) {
                throw new Invalid(code, message + " " + all.get(0).message(), all);
            }
        }

        String text(JsonNode json, String pointer) {
            String member = pointer.substring(pointer.lastIndexOf('/') + 1);
            JsonNode value = json.path(member);
            check(value.isString(), pointer, "required", "Give a text for \"" + member + "\".");
            return value.isString() ? value.stringValue() : "";
        }

        boolean flag(JsonNode json, String pointer, boolean otherwise) {
            String member = pointer.substring(pointer.lastIndexOf('/') + 1);
            JsonNode value = json.path(member);
            check(
                    value.isMissingNode() || value.isNull() || value.isBoolean(),
                    pointer,
                    "wrong-type",
                    "\"" + member + "\" is true or false.");
            return value.isBoolean() ? value.booleanValue() : otherwise;
        }

        Map<String, String> labels(JsonNode json, String pointer, boolean required) {
            Map<String, String> labels = new HashMap<>();
            if (json.isString()) {
                labels.put("", json.stringValue());
            }
            json.properties()
                    .forEach(
                            entry -> labels.put(entry.getKey(), entry.getValue().asString("")));
            boolean filled = labels.values().stream().noneMatch(String::isBlank);
            check(
                    filled && !(required && labels.isEmpty()),
                    pointer,
                    "required",
                    "Give a label for at least one locale, such as {\"nl\":\"Nieuws\"}.");
            return labels;
        }

        void unknownMembers(JsonNode json, String pointer, Set<String> known) {
            json.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> check(
                            false,
                            pointer + "/" + name,
                            "unknown-member",
                            "\"" + name + "\" is not known here. Known are: "
                                    + String.join(", ", known.stream().sorted().toList()) + "."));
        }
    }
}
