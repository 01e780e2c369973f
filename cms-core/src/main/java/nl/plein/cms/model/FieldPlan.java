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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the values of some fields become those of the fields that follow them. */
final class FieldPlan {

    /**
     * A field that goes on, perhaps under another key or as another kind.
     *
     * @param inside for groups
     */
    record Move(Field from, Field to, Conversions.Conversion how, Optional<FieldPlan> inside) {

        boolean changesNothing() {
            return from.key().equals(to.key())
                    && from.kind() == to.kind()
                    && inside.map(FieldPlan::changesNothing).orElse(true);
        }
    }

    private final Map<String, Move> moves = new HashMap<>();
    private final Map<String, Field> gone = new HashMap<>();

    /** What of the change can't be made; see {@link #between}. */
    private final List<Finding> impossible = new ArrayList<>();

    private FieldPlan() {}

    /**
     * A field follows the one that it {@code was}, or else the one of the same key. What can't be made is told by
     * {@link #impossible}: {@code unknown-field}, {@code key-taken} and {@code kind-fixed}; such a field begins anew.
     */
    static FieldPlan between(List<Field> before, List<Field> after, Conversions conversions, String pointer) {
        FieldPlan plan = new FieldPlan();
        Set<String> claimed = new HashSet<>();
        after.forEach(field -> field.was().ifPresent(claimed::add));
        Map<String, Field> former = new HashMap<>();
        before.forEach(field -> former.put(field.key(), field));
        plan.gone.putAll(former);
        for (int i = 0; i < after.size(); i++) {
            Field to = after.get(i);
            String at = pointer + "/" + i;
            plan.refuseUnknown(to, former, at);
            String key = to.was().orElse(claimed.contains(to.key()) ? "" : to.key());
            Field from = plan.gone.get(key);
            if (from != null) {
                plan.follow(from, to, conversions, at);
            } else if (former.containsKey(key)) {
                plan.impossible.add(new Finding(
                        at + "/was",
                        "key-taken",
                        "Another field was \"" + key + "\" already: only one can follow it."));
            }
        }
        return plan;
    }

    private void refuseUnknown(Field to, Map<String, Field> former, String at) {
        to.was()
                .filter(was -> !former.containsKey(was))
                .ifPresent(was -> impossible.add(new Finding(
                        at + "/was",
                        "unknown-field",
                        "There was no field \"" + was + "\" here. There were: "
                                + String.join(
                                        ", ", former.keySet().stream().sorted().toList()) + ".")));
    }

    private void follow(Field from, Field to, Conversions conversions, String at) {
        Optional<Conversions.Conversion> how = conversions.find(from.kind(), to.kind());
        if (how.isEmpty()) {
            impossible.add(new Finding(
                    at + "/kind",
                    "kind-fixed",
                    "Entries use the field \"" + from.key() + "\" as " + from.kind() + ", which can't become "
                            + to.kind() + ": give the new kind a new key."));
            return;
        }
        gone.remove(from.key());
        Optional<FieldPlan> inside = from.kind().hasFields() && to.kind().hasFields()
                ? Optional.of(between(from.fields(), to.fields(), conversions, at + "/fields"))
                : Optional.empty();
        inside.ifPresent(plan -> impossible.addAll(plan.impossible));
        moves.put(from.key(), new Move(from, to, how.get(), inside));
    }

    List<Finding> impossible() {
        return List.copyOf(impossible);
    }

    Map<String, Move> moves() {
        return moves;
    }

    Map<String, Field> gone() {
        return gone;
    }

    /** Whether every text of the former fields is one of these, as it is. */
    boolean changesNothing() {
        return gone.isEmpty() && moves.values().stream().allMatch(Move::changesNothing);
    }

    /**
     * @param pointer of the payload, from which those of losses begin
     * @param losses  gets what can't be kept
     * @return the same payload if there is nothing to change in it
     */
    JsonNode apply(JsonNode payload, String pointer, List<Loss> losses) {
        if (!(payload instanceof ObjectNode object) || changesNothing()) {
            return payload;
        }
        ObjectNode made = Json.mapper().createObjectNode();
        boolean changed = false;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String at = pointer + "/" + member.getKey();
            Move move = moves.get(member.getKey());
            if (move != null) {
                JsonNode value = moved(move, member.getValue(), at, losses);
                if (value != null) {
                    made.set(move.to().key(), value);
                }
                changed |= value != member.getValue() || !move.to().key().equals(member.getKey());
            } else {
                changed = true;
                lose(gone.get(member.getKey()), member.getValue(), at, losses);
            }
        }
        return changed ? made : payload;
    }

    private static @Nullable JsonNode moved(Move move, JsonNode value, String at, List<Loss> losses) {
        if (isEmpty(value)) {
            return move.from().kind() == move.to().kind() ? value : null;
        }
        Conversions.Converted converted = move.how().apply(value);
        if (!converted.whole()) {
            losses.add(new Loss(at, converted.value() == null ? Loss.UNREADABLE : Loss.SHORTENED, move.from()));
        }
        JsonNode said = converted.value();
        return said == null || move.inside().isEmpty()
                ? said
                : inside(move.inside().get(), said, at, losses);
    }

    private static JsonNode inside(FieldPlan plan, JsonNode value, String at, List<Loss> losses) {
        if (!value.isArray()) {
            return plan.apply(value, at, losses);
        }
        ArrayNode items = Json.mapper().createArrayNode();
        boolean changed = false;
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = plan.apply(value.get(i), at + "/" + i, losses);
            changed |= item != value.get(i);
            items.add(item);
        }
        return changed ? items : value;
    }

    private static void lose(@Nullable Field field, JsonNode value, String at, List<Loss> losses) {
        if (field != null && !isEmpty(value)) {
            losses.add(new Loss(at, Loss.REMOVED, field));
        }
    }

    static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isString() && value.stringValue().isEmpty()
                || value.isContainer() && value.isEmpty();
    }
}
