package nl.plein.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Stale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, sections 8.8.3 and 13.1. */
class ConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "*", " * ", "\"b\", \"a\"", "\"b\",\"a\",", "W/\"a\", \"a\"", "\"b,c\" , \"a\""})
    void a_change_passes_on_the_tag_itself_in_a_list_or_on_any(String header) {
        assertThatCode(() -> Conditions.seen(header).refuseOther("a")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "W/\"a\"", "\"\"", "\"a,b\"", "\"*\"", "\"A\""})
    void a_change_stops_on_another_tag_and_on_weak_ones(String header) {
        assertThatThrownBy(() -> Conditions.seen(header).refuseOther("a")).isInstanceOf(Stale.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "\"a", "a\"", "*, \"a\"", "\"a\" \"b\"", "w/\"a\"", "\"a b\"", "'a'"})
    void what_is_no_list_of_tags_is_refused_and_makes_nothing_known(String header) {
        assertThatThrownBy(() -> Conditions.seen(header)).isInstanceOf(Refused.class);
        assertThat(Conditions.isKnown(header, "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"b\", W/\"a\"", "*"})
    void reading_again_takes_weak_tags_for_strong_ones(String header) {
        assertThat(Conditions.isKnown(header, "a")).isTrue();
    }

    @Test
    void a_change_without_the_header_is_told_to_send_it() {
        assertThatThrownBy(() -> Conditions.seen(null)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.problem().status())
                .isEqualTo(428));
        assertThat(Conditions.isKnown(null, "a")).isFalse();
    }
}
