package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.search.Filter.And;
import nl.plein.cms.search.Filter.Comparison;
import nl.plein.cms.search.Filter.Not;
import nl.plein.cms.search.Filter.Or;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    @Test
    void and_binds_closer_than_or_and_not_closest_of_all() {
        Filter filter = FilterParser.parse("a eq 1 or not b eq 2 and c eq 3");

        assertThat(filter).isInstanceOfSatisfying(Or.class, or -> {
            assertThat(or.any()).hasSize(2);
            assertThat(or.any().get(1))
                    .isInstanceOfSatisfying(
                            And.class, and -> assertThat(and.all().get(0)).isInstanceOf(Not.class));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publishedAt ge 2026-01-01 and tags any ('water')",
                "not (a eq 1 or b ne null) and (c lt -2.5 or d in ('x', 'y''s'))",
                "at gt 2026-01-01T09:00:00Z",
                "a startsWith 'b' or a contains 'c' or a eq true",
                "(a eq 1 and b eq 2) and c eq 3",
                "not not a eq 1",
                "address.city eq 'Voorbeeldstad'"
            })
    void what_was_read_can_be_written_again(String filter) {
        assertThat(FilterParser.parse(filter).print()).isEqualTo(filter);
    }

    @Test
    void one_value_after_any_is_a_list_of_one() {
        assertThat(FilterParser.parse("tags any 'water'"))
                .isEqualTo(new Comparison("tags", Operator.ANY, List.of(new Literal.Text("water"))));
    }

    @Test
    void an_offset_is_taken_into_account() {
        assertThat(FilterParser.parse("at eq 2026-01-01T01:00:00+01:00").print())
                .isEqualTo("at eq 2026-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|position 1: found the end, expected a field's name",
                "title|position 6: found the end, expected an operator: eq, ne",
                "title like 'x'|position 7: found 'like', expected an operator",
                "title eq Markt|position 10: found 'Markt', expected a value; a text stands between single quotes, as in 'Markt'",
                "title eq 'Markt|position 10: this text has no closing quote",
                "title eq \"\"Markt\"\"|position 10: found '\"\"', which can't start anything",
                "(title eq 'x'|position 14: found the end, expected and, or, or a closing bracket",
                "title eq 'x')|position 13: found ')', expected and, or, or the end",
                "title eq 'x' title eq 'y'|position 14: found 'title', expected and, or",
                "n eq 12x|position 6: '12x' is no number, date or moment",
                "n eq 2026-02-30|position 6: '2026-02-30' is no date or moment that exists",
                "n gt true|position 6: found 'true', expected a text, number, date or moment after gt",
                "n contains 3|position 12: found '3', expected a text of at least one letter",
                "n in (1,|position 9: found the end, expected a value",
                "n in (null)|position 7: found 'null', expected a value after in",
                "n in (1 2)|position 9: found '2', expected a comma or a closing bracket"
            })
    void an_error_says_where_what_was_found_and_what_could_stand_there(String filter, String message) {
        assertThatThrownBy(() -> FilterParser.parse(filter == null ? "" : filter))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("bad-filter"))
                .hasMessageContaining(message.replace("\"\"", "\""));
    }

    @Test
    void length_depth_and_number_of_terms_are_bounded() {
        assertThatThrownBy(() -> FilterParser.parse("a eq '" + "x".repeat(2_000) + "'"))
                .hasMessageContaining("at most 2000");
        assertThatThrownBy(() -> FilterParser.parse("(".repeat(17) + "a eq 1" + ")".repeat(17)))
                .hasMessageContaining("position 17")
                .hasMessageContaining("16 levels");
        assertThatThrownBy(() -> FilterParser.parse("not ".repeat(400) + "a eq 1"))
                .hasMessageContaining("16 levels");
        assertThatThrownBy(() -> FilterParser.parse("a eq 1" + " or a eq 1".repeat(50)))
                .hasMessageContaining("more than 50");
        FilterParser.parse("(".repeat(16) + "a eq 1" + ")".repeat(16));
        FilterParser.parse("a eq 1" + " or a eq 1".repeat(49));
    }

    @Test
    void a_sort_names_fields_and_their_direction() {
        assertThat(SortKey.parse("-publishedAt,title"))
                .containsExactly(new SortKey("publishedAt", true), new SortKey("title", false));
        assertThat(SortKey.print(SortKey.parse(" -publishedAt , title"))).isEqualTo("-publishedAt,title");
        for (String bad : List.of(
                "", ",", "title,", "--title", "title,title", "title,-title", "a,b,c,d,e", "ti tle", "x".repeat(200))) {
            assertThatThrownBy(() -> SortKey.parse(bad)).as(bad).isInstanceOfSatisfying(Invalid.class, e -> assertThat(
                            e.code())
                    .isEqualTo("bad-sort"));
        }
    }
}
