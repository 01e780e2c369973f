package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.plein.cms.kernel.Invalid;

class FilterRoundTripTest {

    @Property(tries = 2_000)
    void printing_and_parsing_are_each_others_opposite(@ForAll("filters") Filter filter) {
        String printed = filter.print();
        try {
            assertThat(FilterParser.parse(printed)).isEqualTo(filter);
        } catch (Invalid tooLarge) {
            assertThat(tooLarge).hasMessageMatching("(?s).*(at most 2000|16 levels|50 comparisons).*");
        }
    }

    @Property(tries = 2_000)
    void anything_at_all_is_read_or_refused(@ForAll String anything) {
        readOrRefused(anything);
    }

    /** Pieces of the grammar in any order reach further into the parser than plain noise. */
    @Example
    void a_hundred_thousand_mangled_filters_are_read_or_refused_quickly() {
        List<String> pieces = List.of(
                "title",
                "tags",
                "and",
                "or",
                "not",
                "eq",
                "in",
                "any",
                "contains",
                "ge",
                "(",
                ")",
                ",",
                "'",
                "''",
                "'x'",
                "null",
                "true",
                "1",
                "-2.5",
                "2026-01-01",
                "2026-13-01",
                "2026-01-01T00:00:00Z",
                "é",
                "\u0000",
                "\uD83D",
                "-",
                " ",
                "%",
                "((((",
                "not not",
                "9".repeat(40));
        Random random = new Random(20260101);
        long start = System.nanoTime();
        int read = 0;
        for (int round = 0; round < 100_000; round++) {
            StringBuilder filter = new StringBuilder();
            for (int piece = random.nextInt(24); piece >= 0; piece--) {
                filter.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            read += readOrRefused(filter.toString()) ? 1 : 0;
        }
        assertThat(read).isPositive();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static boolean readOrRefused(String filter) {
        try {
            Filter parsed = FilterParser.parse(filter);
            assertThat(FilterParser.parse(parsed.print())).isEqualTo(parsed);
            return true;
        } catch (Invalid refused) {
            assertThat(refused.code()).isEqualTo("bad-filter");
            return false;
        }
    }

    @Provide
    Arbitrary<Filter> filters() {
        return nested(3);
    }

    private static Arbitrary<Filter> nested(int levels) {
        if (levels == 0) {
            return comparisons();
        }
        Arbitrary<Filter> inner = nested(levels - 1);
        Arbitrary<List<Filter>> several = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                comparisons(), inner.map(Filter.Not::new), several.map(Filter.And::new), several.map(Filter.Or::new));
    }

    private static Arbitrary<Filter> comparisons() {
        return Combinators.combine(fields(), Arbitraries.of(Operator.class))
                .flatAs((field, operator) ->
                        values(operator).map(values -> new Filter.Comparison(field, operator, values)));
    }

    private static Arbitrary<String> fields() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(f -> !f.equals("not"));
    }

    private static Arbitrary<List<Literal>> values(Operator operator) {
        Arbitrary<Literal> texts = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(t -> !t.isBlank())
                .map(Literal.Text::new);
        if (operator.searches()) {
            return texts.list().ofSize(1);
        }
        Arbitrary<Literal> ordered = Arbitraries.oneOf(
                texts,
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-999999999"), new BigDecimal("999999999"))
                        .ofScale(4)
                        .map(Literal.Number::new),
                Arbitraries.longs().between(0, 80_000).map(d -> new Literal.Day(LocalDate.ofEpochDay(d))),
                Arbitraries.longs().between(0, 4_000_000_000L).map(s -> new Literal.Moment(Instant.ofEpochSecond(s))));
        if (operator.compares()) {
            return ordered.list().ofSize(1);
        }
        Arbitrary<Literal> plain =
                Arbitraries.oneOf(ordered, Arbitraries.of(true, false).map(Literal.Truth::new));
        if (operator.takesList()) {
            return plain.list().ofMinSize(1).ofMaxSize(4);
        }
        return Arbitraries.oneOf(plain, Arbitraries.just(new Literal.Nothing()))
                .list()
                .ofSize(1);
    }
}
