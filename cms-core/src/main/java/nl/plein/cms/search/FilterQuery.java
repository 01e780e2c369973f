package nl.plein.cms.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Invalid;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleQueryFlag;

/**
 * Turns a filter into a question to the index. {@code ne} and {@code not} hold for entries without a value too; a day stands for all of its moments in the
 * site's time zone; a reference may be named by the id, title or slug of its target.
 */
final class FilterQuery {

    private final SearchPredicateFactory ask;
    private final KnownFields fields;
    private final ZoneId zone;
    private final Map<String, Set<String>> targets;

    /** @param targets entry ids by the titles and slugs of {@link #targetNames} */
    FilterQuery(SearchPredicateFactory ask, KnownFields fields, ZoneId zone, Map<String, Set<String>> targets) {
        this.ask = ask;
        this.fields = fields;
        this.zone = zone;
        this.targets = targets;
    }

    /**
     * Refuses what the fields can't be asked.
     *
     * @return the titles and slugs by which references are named
     * @throws Invalid {@code unknown-field}, {@code bad-filter}
     */
    static Set<String> targetNames(Filter filter, KnownFields fields) {
        Set<String> names = new HashSet<>();
        collect(filter, fields, names);
        return names;
    }

    private static void collect(Filter filter, KnownFields fields, Set<String> names) {
        if (filter instanceof Filter.And and) {
            and.all().forEach(f -> collect(f, fields, names));
        } else if (filter instanceof Filter.Or or) {
            or.any().forEach(f -> collect(f, fields, names));
        } else if (filter instanceof Filter.Not not) {
            collect(not.of(), fields, names);
        } else if (filter instanceof Filter.Comparison comparison) {
            IndexedField field = fields.filterable(comparison);
            if (field.form() == Form.REFERENCE) {
                comparison.values().stream()
                        .filter(v -> v instanceof Literal.Text text && !isId(text.value()))
                        .forEach(v -> names.add(((Literal.Text) v).value()));
            }
        }
    }

    SearchPredicate of(Filter filter) {
        if (filter instanceof Filter.And and) {
            BooleanPredicateClausesStep<?, ?> all = ask.bool();
            and.all().forEach(f -> all.must(of(f)));
            return all.toPredicate();
        }
        if (filter instanceof Filter.Or or) {
            return anyOf(or.any().stream().map(this::of).toList());
        }
        if (filter instanceof Filter.Not not) {
            return ask.not(of(not.of())).toPredicate();
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return comparison(fields.filterable(comparison), comparison);
    }

    private SearchPredicate comparison(IndexedField field, Filter.Comparison comparison) {
        return switch (comparison.operator()) {
            case EQ -> equal(field, comparison.value());
            case NE -> ask.not(equal(field, comparison.value())).toPredicate();
            case IN, ANY ->
                anyOf(comparison.values().stream().map(v -> equal(field, v)).toList());
            case CONTAINS -> contains(field, text(comparison));
            case STARTS_WITH ->
                ask.prefix()
                        .field(field.index())
                        .matching(field.keyword(text(comparison)))
                        .toPredicate();
            case GT, GE, LT, LE -> ordered(field, comparison.operator(), comparison.value());
        };
    }

    private static String text(Filter.Comparison comparison) {
        return ((Literal.Text) comparison.value()).value();
    }

    private SearchPredicate equal(IndexedField field, Literal value) {
        if (value instanceof Literal.Nothing) {
            return ask.not(present(field)).toPredicate();
        }
        if (field.form() == Form.REFERENCE) {
            String named = ((Literal.Text) value).value();
            Set<String> ids = isId(named)
                    ? Set.of(named.toLowerCase(java.util.Locale.ROOT))
                    : targets.getOrDefault(named, Set.of());
            return ids.isEmpty()
                    ? ask.matchNone().toPredicate()
                    : ask.terms().field(field.index()).matchingAny(ids).toPredicate();
        }
        if (field.form() == Form.MOMENT && value instanceof Literal.Day day) {
            return ask.range()
                    .field(field.index())
                    .between(start(day.value()), lastMoment(day.value()))
                    .toPredicate();
        }
        return ask.match().field(field.index()).matching(indexed(field, value)).toPredicate();
    }

    private SearchPredicate present(IndexedField field) {
        return field.fixed()
                ? ask.exists().field(field.index()).toPredicate()
                : ask.match()
                        .field(IndexedPublication.PRESENT)
                        .matching(field.name())
                        .toPredicate();
    }

    private SearchPredicate contains(IndexedField field, String text) {
        if (field.form() != Form.WORDS) {
            String pattern = field.keyword(text)
                    .replace("\\", "\\\\")
                    .replace("*", "\\*")
                    .replace("?", "\\?");
            return ask.wildcard()
                    .field(field.index())
                    .matching("*" + pattern + "*")
                    .toPredicate();
        }
        return ask.simpleQueryString()
                .fields(Arrays.stream(Language.values()).map(field::words).toArray(String[]::new))
                .matching(text)
                .defaultOperator(org.hibernate.search.engine.search.common.BooleanOperator.AND)
                .flags(java.util.EnumSet.noneOf(SimpleQueryFlag.class))
                .toPredicate();
    }

    private SearchPredicate ordered(IndexedField field, Operator operator, Literal value) {
        boolean dayOfMoments = field.form() == Form.MOMENT && value instanceof Literal.Day;
        var range = ask.range().field(field.index());
        return (switch (operator) {
                    case GT ->
                        range.greaterThan(
                                dayOfMoments ? lastMoment(((Literal.Day) value).value()) : indexed(field, value));
                    case GE -> range.atLeast(indexed(field, value));
                    case LT -> range.lessThan(indexed(field, value));
                    default ->
                        range.atMost(dayOfMoments ? lastMoment(((Literal.Day) value).value()) : indexed(field, value));
                })
                .toPredicate();
    }

    private Object indexed(IndexedField field, Literal value) {
        if (value instanceof Literal.Text text) {
            return field.keyword(text.value());
        }
        if (value instanceof Literal.Number number) {
            return number.value().doubleValue();
        }
        if (value instanceof Literal.Day day) {
            return field.form() == Form.MOMENT ? start(day.value()) : day.value();
        }
        return value instanceof Literal.Truth truth ? truth.value() : ((Literal.Moment) value).value();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant lastMoment(LocalDate day) {
        return start(day.plusDays(1)).minusMillis(1);
    }

    private SearchPredicate anyOf(List<SearchPredicate> some) {
        BooleanPredicateClausesStep<?, ?> any = ask.bool();
        some.forEach(any::should);
        return any.toPredicate();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
