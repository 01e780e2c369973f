package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a type asks of its texts otherwise than before. Judges the fields alone that a change touches, so that ten thousand
 * texts are judged in the time that reading them takes.
 */
final class ChangedRules {

    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    /** One side of the change: some fields, with their schema. */
    private record Side(ContentType type, Map<String, ContentType> types, JsonSchemas.Compiled schema) {

        static Side of(ContentType type, Map<String, ContentType> types, List<Field> fields) {
            ContentType some = new ContentType(
                    type.key(),
                    type.kind(),
                    type.name(),
                    type.titleField(),
                    type.pathPatterns(),
                    type.tree(),
                    fields,
                    type.json());
            return new Side(some, types, SCHEMAS.compile(TypeSchema.schema(some, ModelSnapshot.blocks(types), true)));
        }

        List<Finding> findings(JsonNode payload) {
            ObjectNode some = Json.mapper().createObjectNode();
            for (Field field : type.fields()) {
                JsonNode value = payload.get(field.key());
                if (value != null) {
                    some.set(field.key(), value);
                }
            }
            return Model.findings(schema, type, types, some);
        }
    }

    private final Side before;
    private final Side after;
    private final Map<String, String> newKeys;

    private ChangedRules(Side before, Side after, Map<String, String> newKeys) {
        this.before = before;
        this.after = after;
        this.newKeys = newKeys;
    }

    /**
     * @param plan of the type itself; empty if one of its blocks changes
     * @return empty if it asks the same of every text
     */
    static Optional<ChangedRules> between(
            Map<String, ContentType> typesBefore,
            Map<String, ContentType> typesAfter,
            ContentType before,
            ContentType after,
            Optional<FieldPlan> plan) {
        Map<String, String> newKeys = new HashMap<>();
        Set<String> touched = new HashSet<>();
        if (plan.isPresent()) {
            plan.get()
                    .moves()
                    .values()
                    .forEach(move -> newKeys.put(move.from().key(), move.to().key()));
            touched.addAll(touched(after, plan.get()));
        } else {
            after.fields().stream().filter(ModelStep::holdsBlocks).forEach(field -> touched.add(field.key()));
        }
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        boolean conditional =
                after.fields().stream().anyMatch(field -> field.visibleWhen().isPresent())
                        || before.fields().stream()
                                .anyMatch(field -> field.visibleWhen().isPresent());
        List<Field> fieldsAfter = after.fields().stream()
                .filter(field -> conditional || touched.contains(field.key()))
                .toList();
        List<Field> fieldsBefore = before.fields().stream()
                .filter(field -> conditional || touched.contains(newKeys.getOrDefault(field.key(), field.key())))
                .toList();
        return Optional.of(new ChangedRules(
                Side.of(before, typesBefore, fieldsBefore), Side.of(after, typesAfter, fieldsAfter), newKeys));
    }

    private static Set<String> touched(ContentType after, FieldPlan plan) {
        Set<String> same = new HashSet<>();
        plan.moves().values().stream()
                .filter(move -> move.changesNothing() && asksTheSame(move))
                .forEach(move -> same.add(move.to().key()));
        Set<String> touched = new HashSet<>();
        after.fields().stream()
                .map(Field::key)
                .filter(key -> !same.contains(key))
                .forEach(touched::add);
        return touched;
    }

    static boolean asksTheSame(FieldPlan.Move move) {
        Field was = move.from().unnamed();
        Field is = move.to().unnamed();
        return was.equals(is);
    }

    /** What is wrong with the text after the change, and was not before. */
    List<Finding> unfit(JsonNode was, JsonNode is) {
        List<Finding> now = after.findings(is);
        if (now.isEmpty()) {
            return now;
        }
        Set<String> known = new HashSet<>();
        before.findings(was).forEach(finding -> known.add(finding.code() + " " + renamed(finding.pointer())));
        List<Finding> fresh = new ArrayList<>(now);
        fresh.removeIf(finding -> known.contains(finding.code() + " " + finding.pointer()));
        return fresh;
    }

    private String renamed(String pointer) {
        if (pointer.isEmpty()) {
            return pointer;
        }
        String[] steps = pointer.split("/", 3);
        steps[1] = newKeys.getOrDefault(steps[1], steps[1]);
        return String.join("/", steps);
    }
}
