package nl.plein.cms.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.plein.cms.kernel.Json;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order in which every publication has its own place (the id breaks ties), and "everything after this one" in it. Entries without a value come last.
 */
final class Keyset {

    private record Step(IndexedField field, boolean descending) {}

    private static final List<Step> TIES = List.of(
            new Step(IndexedField.fixed("", IndexedPublication.ID_HIGH, Form.ORDINAL), false),
            new Step(IndexedField.fixed("", IndexedPublication.ID_LOW, Form.ORDINAL), false));

    private final List<Step> steps = new ArrayList<>();

    Keyset(List<SortKey> sort, KnownFields fields) {
        sort.forEach(key -> steps.add(new Step(fields.sortable(key.field()), key.descending())));
        steps.addAll(TIES);
    }

    SearchSort order(SearchSortFactory by) {
        return by.composite(all -> steps.forEach(step -> {
                    var field = by.field(step.field().index());
                    all.add((step.descending() ? field.desc() : field.asc())
                            .missing()
                            .last());
                }))
                .toSort();
    }

    /** The place of a hit: its value in every step, the halves of its id last. */
    SearchProjection<List<?>> place(SearchScope<IndexedPublication> scope) {
        SearchProjection<?>[] values = steps.stream()
                .map(step -> scope.projection().field(step.field().index()).toProjection())
                .toArray(SearchProjection<?>[]::new);
        return scope.projection().composite().from(values).asList().toProjection();
    }

    static UUID id(List<?> place) {
        return new UUID(
                (Long) place.get(place.size() - 2) ^ Long.MIN_VALUE,
                (Long) place.get(place.size() - 1) ^ Long.MIN_VALUE);
    }

    static String written(List<?> place) {
        List<@Nullable Object> values = new ArrayList<>();
        place.forEach(value -> values.add(
                value instanceof Instant moment
                        ? (Object) moment.toEpochMilli()
                        : value instanceof LocalDate day ? day.toString() : value));
        return Json.write(values);
    }

    /** @param written what {@link #written} made of the last hit of a page in this same order */
    SearchPredicate after(String written, SearchPredicateFactory ask) {
        JsonNode place = Json.parse(written);
        BooleanPredicateClausesStep<?, ?> any = ask.bool();
        for (int last = 0; last < steps.size(); last++) {
            if (place.get(last).isNull()) {
                continue;
            }
            BooleanPredicateClausesStep<?, ?> later = ask.bool();
            for (int equal = 0; equal < last; equal++) {
                later.must(same(steps.get(equal), place.get(equal), ask));
            }
            any.should(later.must(beyond(steps.get(last), place.get(last), ask)));
        }
        return any.toPredicate();
    }

    private static SearchPredicate same(Step step, JsonNode value, SearchPredicateFactory ask) {
        String field = step.field().index();
        return value.isNull()
                ? ask.not(ask.exists().field(field)).toPredicate()
                : ask.match().field(field).matching(read(step, value)).toPredicate();
    }

    private static SearchPredicate beyond(Step step, JsonNode value, SearchPredicateFactory ask) {
        String field = step.field().index();
        Object here = read(step, value);
        if (here instanceof Boolean truth) {
            return beyondTruth(step, truth, ask);
        }
        var range = ask.range().field(field);
        var further = step.descending() ? range.lessThan(here) : range.greaterThan(here);
        return ask.bool()
                .should(further)
                .should(ask.not(ask.exists().field(field)))
                .toPredicate();
    }

    private static SearchPredicate beyondTruth(Step step, boolean here, SearchPredicateFactory ask) {
        var missing = ask.not(ask.exists().field(step.field().index()));
        return here == step.descending()
                ? ask.bool()
                        .should(ask.match().field(step.field().index()).matching(!here))
                        .should(missing)
                        .toPredicate()
                : missing.toPredicate();
    }

    private static Object read(Step step, JsonNode value) {
        return switch (step.field().form()) {
            case NUMBER -> value.asDouble();
            case DAY -> LocalDate.parse(value.asString());
            case ORDINAL -> value.asLong();
            case MOMENT -> Instant.ofEpochMilli(value.asLong());
            case TRUTH -> value.asBoolean();
            default -> value.asString();
        };
    }
}
