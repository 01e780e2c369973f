package nl.plein.cms.model;

import java.util.stream.Collectors;
import nl.plein.cms.kernel.Finding;

/** Turns what a schema says into what a person can act on. Codes are stable; translations are keyed by them. */
final class Sentences {

    private Sentences() {}

    static Finding of(JsonSchemas.Violation violation, FieldAt fields) {
        String pointer = violation.pointer();
        String name = fields.field(pointer).map(Sentences::name).orElse("the value");
        String limit = violation.limit().isValueNode() ? violation.limit().asString() : "";
        return switch (violation.keyword()) {
            case "required" -> required(violation, fields);
            case "additionalProperties" -> unknown(violation, fields);
            case "type" -> new Finding(pointer, "wrong-type", shape(pointer, fields));
            case "enum", "const" -> notAnOption(violation, name);
            case "minLength" ->
                limit.equals("1")
                        ? new Finding(pointer, "required", "Fill in " + name + ".")
                        : new Finding(
                                pointer, "too-short", "Write at least " + limit + " characters for " + name + ".");
            case "maxLength" ->
                new Finding(pointer, "too-long", "Write at most " + limit + " characters for " + name + ".");
            case "pattern" -> new Finding(pointer, "wrong-format", shape(pointer, fields));
            case "minimum" -> new Finding(pointer, "too-small", "Use at least " + limit + " for " + name + ".");
            case "maximum" -> new Finding(pointer, "too-large", "Use at most " + limit + " for " + name + ".");
            case "minItems" ->
                new Finding(
                        pointer,
                        limit.equals("1") ? "required" : "too-few",
                        "Choose at least " + limit + " for " + name + ".");
            case "maxItems" -> new Finding(pointer, "too-many", "Choose at most " + limit + " for " + name + ".");
            default -> new Finding(pointer, "not-allowed", "Mend " + name + ": " + violation.message() + ".");
        };
    }

    private static Finding required(JsonSchemas.Violation violation, FieldAt fields) {
        String pointer = violation.pointer() + "/" + violation.property();
        String name = fields.field(pointer).map(Sentences::name).orElse("\"" + violation.property() + "\"");
        return new Finding(pointer, "required", "Fill in " + name + ".");
    }

    private static Finding unknown(JsonSchemas.Violation violation, FieldAt fields) {
        String known = fields.known(violation.pointer()).stream()
                .map(Field::key)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Finding(
                violation.pointer() + "/"
                        + violation.property().replace("~", "~0").replace("/", "~1"),
                "unknown-field",
                "There is no field \"" + violation.property() + "\" here."
                        + (known.isEmpty() ? " Leave it out." : " Known are: " + known + "."));
    }

    private static Finding notAnOption(JsonSchemas.Violation violation, String name) {
        String options = violation.limit().values().stream()
                .map(option -> option.asString())
                .collect(Collectors.joining(", "));
        boolean blockType = violation.pointer().endsWith("/type");
        return new Finding(
                violation.pointer(),
                blockType ? "unknown-block" : "not-an-option",
                (blockType ? "Use one of these blocks: " : "Choose one of these for " + name + ": ") + options + ".");
    }

    private static String shape(String pointer, FieldAt fields) {
        return fields.field(pointer)
                .map(field -> "Mend " + name(field) + ": " + expected(field, pointer) + ".")
                .orElse("Give an object with the fields of the type.");
    }

    private static String expected(Field field, String pointer) {
        boolean inside = !pointer.endsWith("/" + field.key());
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, RICH_TEXT ->
                field.rules()
                        .pattern()
                        .map(pattern -> "it is a text that matches " + pattern)
                        .orElse("it is a text");
            case NUMBER -> "it is a number";
            case BOOLEAN -> "it is true or false";
            case DATE -> "it is a date such as 2026-03-03";
            case DATE_TIME -> "it is a date and time with offset, such as 2026-03-03T09:00:00+01:00";
            case SELECT -> "it is one of its options";
            case TAGS, REFERENCES ->
                inside ? "each item is {\"entry\":\"<id>\"}" : "it is a list such as [{\"entry\":\"<id>\"}]";
            case REFERENCE -> "it is {\"entry\":\"<id>\"}";
            case ASSET -> "it is {\"asset\":\"<id>\",\"alt\":\"…\"}, perhaps with \"focus\":{\"x\":0.5,\"y\":0.5}";
            case LOCATION -> "it is {\"lat\":52.1,\"lon\":5.1,\"label\":\"…\"}";
            case LINK -> "it is {\"href\":\"https://…\",\"label\":\"…\"} or {\"entry\":\"<id>\",\"label\":\"…\"}";
            case COLOUR -> "it is a colour such as #1a2b3c";
            case JSON -> "it is any JSON";
            case BLOCKS ->
                inside ? "each block is {\"id\":\"…\",\"type\":\"…\",\"fields\":{…}}" : "it is a list of blocks";
            case GROUP -> "it is an object with its fields";
            case GROUPS -> inside ? "each item is an object with its fields" : "it is a list of objects";
        };
    }

    private static String name(Field field) {
        return "\"" + field.label("en") + "\"";
    }
}
