package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.exchange.ImportMapping.Kind;
import nl.plein.cms.exchange.ImportMapping.Target;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import tools.jackson.databind.JsonNode;

/** What is wrong with a mapping, told by JSON Pointer. */
@ApplicationScoped
class MappingRules {

    private static final int MOST_KINDS = 100;
    private static final int MOST_KEYS = 150;
    private static final Set<String> MEMBERS = Set.of("kinds");
    private static final Set<String> MEMBERS_OF_KIND =
            Set.of("type", "pathPattern", "body", "fields", "files", "samples", "exists");
    private static final Set<String> MEMBERS_OF_FIELD = Set.of("field", "kind", "files", "sample");

    @Inject
    ContentTypes types;

    /** @throws Invalid {@code invalid-mapping} with findings */
    ImportMapping check(JsonNode json) {
        var check = new Check();
        check.mapping(json);
        if (!check.findings.isEmpty()) {
            throw new Invalid(
                    "invalid-mapping",
                    "The mapping can't be used yet. " + check.findings.get(0).message(),
                    check.findings);
        }
        return ImportMapping.of(json);
    }

    private final class Check {

        private final List<Finding> findings = new ArrayList<>();

        /** Kinds of the fields that the mapping itself wants, by type and field. */
        private final Map<String, FieldKind> wanted = new HashMap<>();

        void mapping(JsonNode json) {
            unknownMembers(json, "", MEMBERS);
            JsonNode kinds = json.path("kinds");
            check(
                    json.isObject() && kinds.isObject() && !kinds.isEmpty() && kinds.size() <= MOST_KINDS,
                    "/kinds",
                    "required",
                    "Give \"kinds\": an object with 1 to " + MOST_KINDS
                            + " kinds of source, as a dry run proposes it.");
            kinds.properties().forEach(kind -> kind(kind.getValue(), "/kinds/" + escaped(kind.getKey())));
        }

        private void kind(JsonNode json, String at) {
            unknownMembers(json, at, MEMBERS_OF_KIND);
            String key = json.path("type").asString("");
            check(
                    ContentType.isKey(key),
                    at + "/type",
                    "invalid-key",
                    "Name a content type: lower-case letters, digits and hyphens, starting with a letter.");
            Optional<ContentType> type = types.find(key);
            check(
                    type.filter(ContentType::isBlock).isEmpty(),
                    at + "/type",
                    "not-an-entry",
                    "\"" + key + "\" is a block: name a type of entries.");
            JsonNode pattern = json.path("pathPattern");
            check(
                    pattern.isMissingNode()
                            || pattern.isNull()
                            || pattern.isString() && ContentType.isPathPattern(pattern.stringValue()),
                    at + "/pathPattern",
                    "invalid-path-pattern",
                    "Use a text such as \"/nieuws/{yyyy}/{slug}\": lower-case words, {yyyy} {mm} {dd}, and {slug}"
                            + " once; or null to keep the paths of the source.");
            if (json.has("body")) {
                field(key, json.path("body"), FieldKind.RICH_TEXT, at + "/body");
            }
            JsonNode fields = json.path("fields");
            check(
                    (fields.isMissingNode() || fields.isObject()) && fields.size() <= MOST_KEYS,
                    at + "/fields",
                    "wrong-type",
                    "\"fields\" is an object with at most " + MOST_KEYS + " keys of the front matter.");
            fields.properties()
                    .forEach(one -> key(key, one.getKey(), one.getValue(), at + "/fields/" + escaped(one.getKey())));
            if (json.isObject() && fields.isObject() && findings.isEmpty()) {
                title(
                        ImportMapping.of(wrapped(json))
                                .kinds()
                                .values()
                                .iterator()
                                .next(),
                        type,
                        at);
            }
        }

        private JsonNode wrapped(JsonNode kind) {
            var one = nl.plein.cms.kernel.Json.mapper().createObjectNode();
            one.putObject("kinds").set("kind", kind);
            return one;
        }

        private void title(Kind kind, Optional<ContentType> type, String at) {
            String title = kind.titleField();
            check(
                    type.filter(there -> !there.titleField().equals(title)
                                    && StandardField.TITLE.keys().stream()
                                            .anyMatch(key -> kind.keys().containsKey(key)))
                            .isEmpty(),
                    at + "/fields",
                    "other-title-field",
                    type.map(there -> "The type \"" + there.key() + "\" has its title in the field \""
                                    + there.titleField() + "\": let the title go there.")
                            .orElse(""));
        }

        private void key(String type, String name, JsonNode json, String at) {
            unknownMembers(json, at, MEMBERS_OF_FIELD);
            JsonNode field = json.path("field");
            check(
                    json.isObject() && (field.isNull() || field.isString()),
                    at + "/field",
                    "required",
                    "Name the field that \"" + name + "\" goes to, or give null to leave it out.");
            boolean isTitle = StandardField.TITLE.keys().contains(name);
            check(
                    !StandardField.isSteering(name),
                    at,
                    "steers",
                    "\"" + name + "\" says how to import a file and is no content of it: leave it out here.");
            if (!field.isString()) {
                return;
            }
            String word = json.path("kind").asString("");
            Optional<FieldKind> kind = FieldKind.find(word);
            check(
                    kind.isPresent(),
                    at + "/kind",
                    "unknown-kind",
                    "There is no kind of field \"" + word + "\": use text, longText, richText, number, boolean, date,"
                            + " dateTime or json.");
            if (kind.isEmpty()) {
                return;
            }
            check(
                    StandardField.mayBecome(name, kind.get()) && (!isTitle || kind.get() == FieldKind.TEXT),
                    at + "/kind",
                    "unfit-kind",
                    "\"" + name + "\" can't become " + kind.get() + ".");
            field(type, field, kind.get(), at + "/field");
        }

        private void field(String type, JsonNode field, FieldKind kind, String at) {
            String name = field.asString("");
            check(
                    Field.isKey(name),
                    at,
                    "invalid-key",
                    "Use letters and digits, starting with a lower-case letter, for a field.");
            FieldKind other = wanted.putIfAbsent(type + "/" + name, kind);
            Optional<FieldKind> there =
                    types.find(type).flatMap(known -> known.field(name)).map(Field::kind);
            FieldKind taken = there.orElse(other == null ? kind : other);
            check(
                    taken == kind || isDay(taken, kind),
                    at,
                    "other-kind",
                    "The field \"" + name + "\" of \"" + type + "\" is of the kind " + taken + ", not " + kind
                            + ": use another field, or that kind.");
        }

        /** The agency may keep days where a source has times. */
        private static boolean isDay(FieldKind there, FieldKind wanted) {
            return there == FieldKind.DATE && wanted == FieldKind.DATE_TIME;
        }

        private void unknownMembers(JsonNode json, String at, Set<String> known) {
            json.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> check(
                            false,
                            at + "/" + escaped(name),
                            "unknown-member",
                            "\"" + ImportLine.shortened(name) + "\" is not known here. Known are: "
                                    + String.join(", ", known.stream().sorted().toList()) + "."));
        }

        private void check(boolean good, String at, String code, String message) {
            if (!good && findings.size() < MOST_KEYS) {
                findings.add(new Finding(at, code, message));
            }
        }
    }

    /** RFC 6901, 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Kinds and fields of a mapping, each once. @return by field, of all kinds that become this type */
    static Map<String, FieldKind> fieldsOf(ImportMapping mapping, String type) {
        Map<String, FieldKind> fields = new java.util.LinkedHashMap<>();
        mapping.kinds().values().stream()
                .filter(kind -> kind.type().equals(type))
                .forEach(kind -> {
                    fields.putIfAbsent(kind.titleField(), FieldKind.TEXT);
                    kind.keys().values().stream()
                            .flatMap(Optional::stream)
                            .forEach((Target target) -> fields.putIfAbsent(target.field(), target.kind()));
                    fields.putIfAbsent(kind.body(), FieldKind.RICH_TEXT);
                });
        return fields;
    }
}
