package nl.plein.cms.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final int ASKERS = 8;
    private static final int ROUNDS = Proof.rounds(2_000, 100_000);

    private final ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore mayAnswer = new Semaphore(0);
    private final AtomicInteger questions = new AtomicInteger();
    private final Together<String, Integer> slow = new Together<>(key -> {
        int number = questions.incrementAndGet();
        asked.release();
        mayAnswer.acquireUninterruptibly();
        if (key.equals("broken")) {
            throw new IllegalStateException("question " + number);
        }
        return number;
    });

    @AfterEach
    void end() {
        mayAnswer.release(1_000);
        threads.shutdown();
    }

    @Test
    void those_who_come_while_a_question_is_under_way_share_the_next_one() throws Exception {
        Future<Integer> first = threads.submit(() -> slow.ask("site"));
        asked.acquire();
        List<Future<Integer>> later = new ArrayList<>();
        for (int i = 1; i < ASKERS; i++) {
            later.add(threads.submit(() -> slow.ask("site")));
        }
        mayAnswer.release();
        assertThat(first.get()).isEqualTo(1);

        mayAnswer.release(ASKERS);
        for (Future<Integer> one : later) {
            assertThat(one.get()).isGreaterThan(1);
        }
    }

    @Test
    void questions_about_different_things_do_not_wait_for_each_other() throws Exception {
        Future<Integer> first = threads.submit(() -> slow.ask("a"));
        asked.acquire();
        Future<Integer> second = threads.submit(() -> slow.ask("b"));
        asked.acquire();
        mayAnswer.release(2);

        assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_question_that_fails_is_put_again_by_the_next() {
        mayAnswer.release(2);

        assertThatThrownBy(() -> slow.ask("broken")).hasMessage("question 1");
        assertThatThrownBy(() -> slow.ask("broken")).hasMessage("question 2");
    }

    @Test
    void nobody_gets_an_answer_that_is_older_than_their_question() throws Exception {
        var clock = new AtomicLong();
        var together = new Together<String, Long>(key -> clock.get());
        List<Future<?>> askers = new ArrayList<>();
        var start = new CompletableFuture<Void>();
        for (int i = 0; i < ASKERS; i++) {
            askers.add(threads.submit(() -> {
                start.join();
                for (int round = 0; round < ROUNDS; round++) {
                    long now = clock.incrementAndGet();
                    assertThat(together.ask("clock")).isGreaterThanOrEqualTo(now);
                }
            }));
        }
        start.complete(null);

        for (Future<?> asker : askers) {
            asker.get();
        }
    }
}
