package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two writers and one text: what each did is in the result, or both are told that they met. */
class RichTextMergePropertyTest {

    /** What a writer does to the base: for each paragraph, kept, changed, taken out, or followed by a new one. */
    @Provide
    Arbitrary<List<Integer>> acts() {
        return Arbitraries.integers().between(0, 3).list().ofSize(8);
    }

    @Property(tries = 500)
    void what_does_not_meet_is_all_there(@ForAll("acts") List<Integer> mine, @ForAll("acts") List<Integer> theirs) {
        List<Integer> ours = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ours.add(i % 2 == 0 ? mine.get(i) : 0);
            others.add(i % 2 == 0 ? 0 : theirs.get(i));
        }

        String merged =
                merge(base(), written(ours, "ik"), written(others, "zij")).orElseThrow();

        List<Integer> both = IntStream.range(0, 8)
                .mapToObj(i -> i % 2 == 0 ? ours.get(i) : others.get(i))
                .toList();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            expected.append(paragraph(i, both.get(i), i % 2 == 0 ? "ik" : "zij"));
        }
        assertThat(merged).isEqualTo(RichText.normalise(expected.toString()));
    }

    @Property(tries = 500)
    void both_orders_of_the_writers_give_the_same(
            @ForAll("acts") List<Integer> mine, @ForAll("acts") List<Integer> theirs) {
        String ours = written(mine, "ik");
        String others = written(theirs, "zij");

        assertThat(merge(base(), ours, others)).isEqualTo(merge(base(), others, ours));
    }

    @Property(tries = 500)
    void a_change_is_in_the_result_or_a_clash(
            @ForAll("acts") List<Integer> mine, @ForAll("acts") List<Integer> theirs) {
        Optional<String> merged = merge(base(), written(mine, "ik"), written(theirs, "zij"));

        for (int i = 0; i < 8 && merged.isPresent(); i++) {
            if (mine.get(i) == 1 || mine.get(i) == 3) {
                assertThat(merged.get()).contains("<p>" + i + " ik</p>");
            }
            if (theirs.get(i) == 1 || theirs.get(i) == 3) {
                assertThat(merged.get()).contains("<p>" + i + " zij</p>");
            }
            if (mine.get(i) == 2 || theirs.get(i) == 2) {
                assertThat(merged.get()).doesNotContain("<p>" + i + " basis</p>");
            }
        }
    }

    @Property(tries = 200)
    void the_same_change_twice_is_one(@ForAll("acts") List<Integer> acts) {
        String changed = written(acts, "wij");

        assertThat(merge(base(), changed, changed)).contains(changed);
        assertThat(merge(base(), changed, base())).contains(changed);
        assertThat(merge(base(), base(), changed)).contains(changed);
    }

    private static Optional<String> merge(String base, String mine, String theirs) {
        return RichTextMerge.merge(base, mine, theirs, (element, b, m, t) -> {});
    }

    private static String base() {
        return written(List.of(0, 0, 0, 0, 0, 0, 0, 0), "basis");
    }

    private static String written(List<Integer> acts, String writer) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < acts.size(); i++) {
            html.append(paragraph(i, acts.get(i), writer));
        }
        return RichText.normalise(html.toString());
    }

    private static String paragraph(int number, int act, String writer) {
        String before = "<p>" + number + " basis</p>";
        String own = "<p>" + number + " " + writer + "</p>";
        return act == 0 ? before : act == 1 ? own : act == 2 ? "" : before + own;
    }
}
