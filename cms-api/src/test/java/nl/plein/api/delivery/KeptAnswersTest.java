package nl.plein.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.plein.api.delivery.KeptAnswers.Kept;
import nl.plein.api.delivery.KeptAnswers.Key;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Touches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptAnswersTest {

    private static final int MIB = 1 << 20;

    @Test
    void no_more_is_kept_than_was_allowed_and_what_was_used_stays_longest() {
        KeptAnswers kept = keeping("1");
        var dice = new Random(42);
        Key loved = key(-1);
        kept.put(loved, answer(2_000));
        for (int i = 0; i < 2_000; i++) {
            kept.put(key(i), answer(dice.nextInt(3_000)));
            assertThat(kept.find(loved)).as("asked all the time, after " + i).isPresent();
        }

        long bytes = IntStream.range(0, 2_000)
                .mapToObj(i -> kept.find(key(i)))
                .flatMap(Optional::stream)
                .mapToLong(answer -> answer.body().length)
                .sum();
        assertThat(bytes).isBetween(MIB / 3L, (long) MIB);
        assertThat(kept.find(key(0))).isEmpty();
        assertThat(kept.find(key(1_999))).isPresent();
    }

    @Test
    void an_answer_that_would_push_out_all_others_is_not_kept() {
        KeptAnswers kept = keeping("1");
        kept.put(key(1), answer(MIB / 2));

        assertThat(kept.find(key(1))).isEmpty();
    }

    @Test
    void what_another_answer_has_taken_the_place_of_is_not_dropped() {
        KeptAnswers kept = keeping("1");
        Kept older = answer(10);
        Kept newer = answer(20);
        kept.put(key(1), older);
        kept.put(key(1), newer);
        kept.drop(key(1), older);

        assertThat(kept.find(key(1))).containsSame(newer);
        kept.drop(key(1), newer);
        assertThat(kept.find(key(1))).isEmpty();
    }

    @Test
    void nothing_is_kept_where_the_setting_is_0() {
        assertThat(keeping("0").isOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "5000", "1.5", ""})
    void a_setting_that_is_no_number_of_mib_is_refused(String value) {
        assertThatThrownBy(() -> keeping(value))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("plein.delivery.cache-mib");
    }

    private static KeptAnswers keeping(String mib) {
        var kept = new KeptAnswers();
        kept.settings = name -> name.equals("plein.delivery.cache-mib") ? Optional.of(mib) : Optional.empty();
        kept.open();
        return kept;
    }

    private static Key key(int number) {
        return new Key(SiteId.of("stad"), List.of("everyone"), 1, "/entries", "page=" + number);
    }

    private static Kept answer(int bytes) {
        return new Kept(new byte[bytes], null, 1, new Touches.Era(1), "", Set.of(), 0);
    }
}
