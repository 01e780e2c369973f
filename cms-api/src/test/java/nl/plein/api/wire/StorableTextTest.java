package nl.plein.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Json;
import org.junit.jupiter.api.Test;

class StorableTextTest {

    @Test
    void pairs_are_text_and_halves_are_not() {
        assertThat(StorableText.isStorable("a\ud83d\udca9b")).isTrue();
        assertThat(StorableText.isStorable("\t\u0001\u202e")).isTrue();
        assertThat(StorableText.isStorable("a\ud83d")).isFalse();
        assertThat(StorableText.isStorable("\udca9\ud83d")).isFalse();
        assertThat(StorableText.isStorable("a\u0000")).isFalse();
    }

    @Test
    void the_refusal_names_the_value() {
        assertThatThrownBy(() -> StorableText.check(Json.parse("{\"fields\":{\"tags\":[\"a\",\"\\u0000\"]}}")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem().errors())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.location()).isEqualTo("/fields/tags/1")));
    }
}
