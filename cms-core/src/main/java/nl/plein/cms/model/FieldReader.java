package nl.plein.cms.model;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a content type. */
final class FieldReader {

    static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,62}");
    private static final int DEEPEST = 4;
    private static final int LONGEST_PATTERN = 500;
    private static final Set<String> MEMBERS = Set.of(
            "key",
            "name",
            "description",
            "help",
            "kind",
            "required",
            "localised",
            "allowedTypes",
            "allowedBlocks",
            "options",
            "minLength",
            "maxLength",
            "min",
            "max",
            "pattern",
            "unique",
            "minItems",
            "maxItems",
            "visibleWhen",
            "fields",
            "was",
            "ui");

    private final ContentTypeReader.Findings findings;

    FieldReader(ContentTypeReader.Findings findings) {
        this.findings = findings;
    }

    List<Field> readAll(JsonNode json, String pointer, int depth) {
        findings.check(json.isArray() && !json.isEmpty(), pointer, "required", "Give a list with at least one field.");
        findings.check(depth <= DEEPEST, pointer, "too-deep", "Groups nest at most " + (DEEPEST - 1) + " deep.");
        List<Field> fields = new ArrayList<>();
        if (!json.isArray()) {
            return fields; // an object has members, but none by number
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < json.size() && depth <= DEEPEST; i++) {
            Field field = read(json.get(i), pointer + "/" + i, depth);
            findings.check(
                    seen.add(field.key()),
                    pointer + "/" + i + "/key",
                    "key-taken",
                    "There are two fields \"" + field.key() + "\": rename one.");
            fields.add(field);
        }
        checkConditions(fields, seen, pointer);
        return fields;
    }

    private Field read(JsonNode json, String pointer, int depth) {
        findings.unknownMembers(json, pointer, MEMBERS);
        String key = findings.text(json, pointer + "/key");
        findings.check(
                KEY.matcher(key).matches(),
                pointer + "/key",
                "invalid-key",
                "Use letters and digits, starting with a lower-case letter.");
        FieldKind kind = kind(json, pointer);
        List<Field> inside =
                kind.hasFields() ? readAll(json.path("fields"), pointer + "/fields", depth + 1) : List.of();
        return new Field(
                key,
                findings.labels(json.path("name"), pointer + "/name", false),
                kind,
                findings.flag(json, pointer + "/required", false),
                findings.flag(json, pointer + "/localised", true),
                texts(json, pointer, "allowedTypes"),
                texts(json, pointer, "allowedBlocks"),
                options(json, pointer, kind),
                rules(json, pointer),
                condition(json, pointer),
                inside,
                was(json, pointer));
    }

    private Optional<String> was(JsonNode json, String pointer) {
        return json.hasNonNull("was") ? Optional.of(findings.text(json, pointer + "/was")) : Optional.empty();
    }

    private FieldKind kind(JsonNode json, String pointer) {
        String kind = findings.text(json, pointer + "/kind");
        Optional<FieldKind> found = FieldKind.find(kind);
        findings.check(
                found.isPresent(),
                pointer + "/kind",
                "unknown-kind",
                "There is no kind \"" + kind + "\". Known are: " + knownKinds() + ".");
        return found.orElse(FieldKind.JSON);
    }

    private static String knownKinds() {
        return String.join(
                ", ",
                java.util.Arrays.stream(FieldKind.values()).map(FieldKind::key).toList());
    }

    private List<String> texts(JsonNode json, String pointer, String member) {
        List<String> texts = new ArrayList<>();
        JsonNode list = json.path(member);
        list.values().forEach(value -> texts.add(value.asString("")));
        boolean good = list.isMissingNode() || list.isNull() || list.isArray();
        findings.check(
                good && texts.stream().noneMatch(String::isBlank),
                pointer + "/" + member,
                "wrong-type",
                "Give a list of keys of types.");
        return texts;
    }

    private List<Field.Option> options(JsonNode json, String pointer, FieldKind kind) {
        List<Field.Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (JsonNode option : json.path("options").values()) {
            String value = option.isString()
                    ? option.stringValue()
                    : option.path("value").asString("");
            findings.check(
                    !value.isBlank() && values.add(value),
                    pointer + "/options",
                    "invalid-option",
                    "Each option has a \"value\" of its own.");
            options.add(new Field.Option(value, findings.labels(option.path("label"), pointer + "/options", false)));
        }
        findings.check(
                kind != FieldKind.SELECT || !options.isEmpty(),
                pointer + "/options",
                "required",
                "A select needs options, such as [{\"value\":\"open\",\"label\":{\"nl\":\"Open\"}}].");
        return options;
    }

    private Field.Rules rules(JsonNode json, String pointer) {
        Field.Rules rules = new Field.Rules(
                count(json, pointer, "minLength"),
                count(json, pointer, "maxLength"),
                number(json, pointer, "min"),
                number(json, pointer, "max"),
                count(json, pointer, "minItems"),
                count(json, pointer, "maxItems"),
                pattern(json, pointer),
                findings.flag(json, pointer + "/unique", false));
        checkOrder(rules.minLength(), rules.maxLength(), pointer + "/maxLength");
        checkOrder(rules.minItems(), rules.maxItems(), pointer + "/maxItems");
        checkOrder(rules.min(), rules.max(), pointer + "/max");
        return rules;
    }

    private <T extends Comparable<T>> void checkOrder(Optional<T> least, Optional<T> most, String pointer) {
        boolean good = least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0;
        findings.check(good, pointer, "empty-range", "The most allowed is less than the least allowed.");
    }

    private Optional<Long> count(JsonNode json, String pointer, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean good = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
        findings.check(good, pointer + "/" + member, "wrong-type", "\"" + member + "\" is a whole number from 0.");
        return good ? Optional.of(value.longValue()) : Optional.empty();
    }

    private Optional<BigDecimal> number(JsonNode json, String pointer, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        findings.check(value.isNumber(), pointer + "/" + member, "wrong-type", "\"" + member + "\" is a number.");
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private Optional<String> pattern(JsonNode json, String pointer) {
        if (!json.hasNonNull("pattern")) {
            return Optional.empty();
        }
        String pattern = findings.text(json, pointer + "/pattern");
        try {
            com.google.re2j.Pattern.compile(pattern);
            findings.check(
                    pattern.length() <= LONGEST_PATTERN,
                    pointer + "/pattern",
                    "too-long",
                    "A pattern has at most " + LONGEST_PATTERN + " characters.");
            return Optional.of(pattern);
        } catch (PatternSyntaxException e) {
            findings.check(
                    false,
                    pointer + "/pattern",
                    "invalid-pattern",
                    "This pattern can't be read (RE2 syntax; no look-around, no back references): " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Field.Condition> condition(JsonNode json, String pointer) {
        JsonNode given = json.path("visibleWhen");
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        List<JsonNode> values = new ArrayList<>();
        if (given.has("equals")) {
            values.add(given.get("equals"));
        }
        given.path("in").values().forEach(values::add);
        findings.check(
                given.path("field").isString() && !values.isEmpty(),
                pointer + "/visibleWhen",
                "invalid-condition",
                "Use {\"field\":\"kind\",\"equals\":\"online\"} or {\"field\":\"kind\",\"in\":[\"a\",\"b\"]}.");
        return Optional.of(new Field.Condition(given.path("field").asString(""), values));
    }

    private void checkConditions(List<Field> fields, Set<String> known, String pointer) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            boolean good = field.visibleWhen()
                    .map(condition -> known.contains(condition.field())
                            && !condition.field().equals(field.key()))
                    .orElse(true);
            findings.check(
                    good,
                    pointer + "/" + i + "/visibleWhen",
                    "unknown-field",
                    "A condition looks at another field of the same group. Known are: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
    }
}
