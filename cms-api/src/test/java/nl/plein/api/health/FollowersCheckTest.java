package nl.plein.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.Parked;
import org.junit.jupiter.api.Test;

class FollowersCheckTest {

    @Test
    void a_node_whose_followers_look_is_ready() {
        assertThat(check(Duration.ofSeconds(1), List.of()).whyNot()).isEmpty();
    }

    @Test
    void a_node_whose_followers_stopped_looking_is_not_ready() {
        assertThat(check(Duration.ofSeconds(61), List.of()).whyNot().orElseThrow())
                .contains("61 s")
                .contains("start this node again");
    }

    @Test
    void a_parked_follower_is_remarked_with_its_reason_and_leaves_the_node_ready() {
        var check = check(Duration.ofSeconds(1), List.of(parked("gemeente")));

        assertThat(check.whyNot()).isEmpty();
        assertThat(check.remark()).contains("renderer is parked on site gemeente at version 7: no theme");
    }

    @Test
    void of_many_parked_followers_the_first_are_named_and_the_rest_counted() {
        List<Parked> many =
                IntStream.range(0, 12).mapToObj(i -> parked("site-" + i)).toList();

        assertThat(check(Duration.ZERO, many).remark().orElseThrow())
                .contains("site-9")
                .doesNotContain("site-10")
                .endsWith("; and 2 more");
    }

    private static Parked parked(String site) {
        return new Parked("renderer", new SiteId(site), 7, "no theme");
    }

    private static FollowersCheck check(Duration sinceLook, List<Parked> parked) {
        var check = new FollowersCheck();
        check.followers = new Followers() {
            @Override
            public Duration sinceLook() {
                return sinceLook;
            }

            @Override
            public List<Parked> parked() {
                return parked;
            }
        };
        return check;
    }
}
