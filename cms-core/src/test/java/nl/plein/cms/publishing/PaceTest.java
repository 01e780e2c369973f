package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration STEP = Duration.ofMillis(200);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // clocks of this kind may turn over
    private final Pace<String> pace = new Pace<>(nanos::get);

    @Test
    void who_has_not_walked_may_walk_at_once() {
        assertThat(pace.left("a")).isZero();
    }

    @Test
    void a_rest_is_counted_from_the_beginning_of_the_walk() {
        long began = nanos.get();
        nanos.addAndGet(Duration.ofMillis(50).toNanos());
        pace.began("a", began, STEP);
        assertThat(pace.left("a")).isEqualTo(Duration.ofMillis(150));
        assertThat(pace.left("b")).isZero();
        nanos.addAndGet(Duration.ofMillis(150).toNanos());
        assertThat(pace.left("a")).isZero();
    }

    @Test
    void a_walk_that_took_longer_than_its_pace_needs_no_rest() {
        long began = nanos.get();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        pace.began("a", began, STEP);
        assertThat(pace.left("a")).isZero();
    }

    @Test
    void one_sees_to_it_that_a_walk_goes_on() {
        assertThat(pace.await("a")).isTrue();
        assertThat(pace.await("a")).isFalse();
        pace.awaited("a");
        assertThat(pace.await("a")).isTrue();
    }

    @Test
    void only_rests_that_are_over_are_forgotten() {
        pace.began("a", nanos.get(), STEP);
        pace.forgetOver();
        assertThat(pace.left("a")).isEqualTo(STEP);
        nanos.addAndGet(STEP.toNanos());
        pace.forgetOver();
        nanos.addAndGet(-STEP.toNanos());
        assertThat(pace.left("a")).isZero();
    }
}
