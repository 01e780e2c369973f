package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Finding;
import tools.jackson.databind.JsonNode;

/** A definition that a type might get, and what it would mean for texts. Changes nothing. Not for many threads. */
public final class TypeProposal {

    /**
     * What becomes of one text.
     *
     * @param fields    as they would be; the same ones if nothing changes in them
     * @param unfit     what would stand in the way of publishing it and does not now
     */
    public record Judgement(JsonNode fields, boolean rewritten, List<Loss> losses, List<Finding> unfit) {}

    private final ModelStep step;
    private final ContentType given;
    private final Map<String, ContentType> typesAfter;
    private final long model;
    private final Set<Field> newlyBound;
    private final Set<Field> newlyUnique;
    private final Map<String, Optional<ChangedRules>> rules = new HashMap<>();

    TypeProposal(ModelSnapshot now, ContentType before, ContentType given, Conversions conversions) {
        this.step = ModelStep.of(before, given, now.types(), conversions);
        this.given = given;
        this.model = now.version();
        this.typesAfter = new HashMap<>(now.types());
        typesAfter.put(before.key(), given.settled());
        this.newlyBound = newly((was, is) -> !is.allowedTypes().isEmpty()
                && (was.allowedTypes().isEmpty() || !is.allowedTypes().containsAll(was.allowedTypes())));
        this.newlyUnique =
                newly((was, is) -> is.rules().unique() && !was.rules().unique());
    }

    public ContentType before() {
        return step.before();
    }

    /** As it would be kept. */
    public ContentType after() {
        return given.settled();
    }

    /** As it was sent: fields tell what they were. */
    public JsonNode definition() {
        return given.json();
    }

    ContentType given() {
        return given;
    }

    /** The version of the model that this was made on. */
    public long model() {
        return model;
    }

    /** What can't be made while texts are of this type. */
    List<Finding> impossible() {
        if (step.before().kind() != given.kind()) {
            return List.of(new Finding("/kind", "kind-fixed", "Entries use this type: it stays an entry or a block."));
        }
        return step.plan().impossible();
    }

    /** Types of entries whose texts this concerns. */
    public List<String> concerned() {
        return step.typesBefore().keySet().stream()
                .filter(step::concerns)
                .sorted()
                .toList();
    }

    public Judgement judge(String type, JsonNode payload) {
        List<Loss> losses = new ArrayList<>();
        JsonNode after = step.apply(type, payload, losses);
        List<Finding> unfit =
                rulesOf(type).map(changed -> changed.unfit(payload, after)).orElse(List.of());
        boolean renamed = !title(step.typesBefore(), type, payload).equals(title(typesAfter, type, after));
        return new Judgement(after, after != payload || renamed, List.copyOf(losses), unfit);
    }

    private static String title(Map<String, ContentType> types, String type, JsonNode payload) {
        return Objects.requireNonNull(types.get(type)).titleOf(payload);
    }

    private Optional<ChangedRules> rulesOf(String type) {
        return rules.computeIfAbsent(
                type,
                key -> ChangedRules.between(
                        step.typesBefore(),
                        typesAfter,
                        Objects.requireNonNull(step.typesBefore().get(key)),
                        Objects.requireNonNull(typesAfter.get(key)),
                        before().isBlock() ? Optional.empty() : Optional.of(step.plan())));
    }

    /** Values that have to lead to other types of entries than before. @param fields as they would be */
    public List<FieldValue> newlyBound(String type, JsonNode fields) {
        return of(newlyBound, type, fields);
    }

    /** Values that no other entry may have, from now on. @param fields as they would be */
    public List<FieldValue> newlyUnique(String type, JsonNode fields) {
        return of(newlyUnique, type, fields);
    }

    private List<FieldValue> of(Set<Field> wanted, String type, JsonNode fields) {
        return wanted.isEmpty()
                ? List.of()
                : FieldValue.in(typesAfter, Objects.requireNonNull(typesAfter.get(type)), fields, wanted::contains);
    }

    private Set<Field> newly(BiPredicate<Field, Field> which) {
        Set<Field> found = new HashSet<>();
        pairs(step.plan(), (was, is) -> {
            if (which.test(was, is)) {
                found.add(settled(is));
            }
        });
        return found;
    }

    /** As it stands in {@link #after}. */
    private Field settled(Field field) {
        return new Field(
                field.key(),
                field.name(),
                field.kind(),
                field.required(),
                field.localised(),
                field.allowedTypes(),
                field.allowedBlocks(),
                field.options(),
                field.rules(),
                field.visibleWhen(),
                field.fields().stream().map(this::settled).toList(),
                Optional.empty());
    }

    private static void pairs(FieldPlan plan, BiConsumer<Field, Field> see) {
        plan.moves().values().forEach(move -> {
            see.accept(move.from(), move.to());
            move.inside().ifPresent(inside -> pairs(inside, see));
        });
    }

    /** In the order of the fields as they would be, those that go last; without those to which nothing happens. */
    public List<FieldFate> fates() {
        List<FieldFate> fates = new ArrayList<>();
        fates(step.plan(), step.before().fields(), given.fields(), "", "", fates);
        return fates;
    }

    private static void fates(
            FieldPlan plan, List<Field> before, List<Field> after, String from, String to, List<FieldFate> fates) {
        Map<String, FieldPlan.Move> byNewKey = plan.moves().values().stream()
                .collect(Collectors.toMap(move -> move.to().key(), move -> move));
        for (Field field : after) {
            FieldPlan.Move move = byNewKey.get(field.key());
            String newPointer = to + "/" + field.key();
            if (move == null) {
                fates.add(new FieldFate(
                        newPointer,
                        Optional.of(newPointer),
                        FieldFate.Fate.ADDED,
                        Optional.empty(),
                        Optional.of(field.kind())));
                continue;
            }
            String oldPointer = from + "/" + move.from().key();
            fate(move)
                    .ifPresent(fate -> fates.add(new FieldFate(
                            oldPointer,
                            Optional.of(newPointer),
                            fate,
                            Optional.of(move.from().kind()),
                            Optional.of(field.kind()))));
            move.inside()
                    .ifPresent(inside ->
                            fates(inside, move.from().fields(), field.fields(), oldPointer, newPointer, fates));
        }
        before.stream()
                .filter(field -> plan.gone().containsKey(field.key()))
                .forEach(field -> fates.add(new FieldFate(
                        from + "/" + field.key(),
                        Optional.empty(),
                        FieldFate.Fate.REMOVED,
                        Optional.of(field.kind()),
                        Optional.empty())));
    }

    private static Optional<FieldFate.Fate> fate(FieldPlan.Move move) {
        if (move.from().kind() != move.to().kind()) {
            return Optional.of(FieldFate.Fate.CONVERTED);
        }
        if (!move.from().key().equals(move.to().key())) {
            return Optional.of(FieldFate.Fate.RENAMED);
        }
        return ChangedRules.asksTheSame(move) ? Optional.empty() : Optional.of(FieldFate.Fate.RULES);
    }
}
