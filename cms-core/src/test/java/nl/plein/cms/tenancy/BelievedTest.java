package nl.plein.cms.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BelievedTest {

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean inTransaction = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Believed<String, Integer> believed =
            new Believed<>(changes::get, inTransaction::get, key -> asked.incrementAndGet(), nanos::get);

    @Test
    void an_answer_is_given_again_for_half_a_second() {
        assertThat(believed.of("a")).isEqualTo(1);
        nanos.addAndGet(Believed.LONGEST.toNanos() - 1);
        assertThat(believed.of("a")).isEqualTo(1);
        assertThat(believed.of("b")).isEqualTo(2);
        nanos.addAndGet(1);
        assertThat(believed.of("a")).isEqualTo(3);
    }

    @Test
    void a_change_of_this_node_ends_it_at_once() {
        believed.of("a");
        changes.incrementAndGet();
        assertThat(believed.of("a")).isEqualTo(2);
        assertThat(believed.of("a")).isEqualTo(2);
    }

    @Test
    void what_changed_while_it_was_asked_is_asked_again() {
        var changing =
                new Believed<String, Long>(changes::get, () -> false, key -> changes.incrementAndGet(), nanos::get);
        assertThat(changing.of("a")).isEqualTo(1);
        assertThat(changing.of("a")).isEqualTo(2);
    }

    @Test
    void a_transaction_asks_itself_and_nobody_else_believes_what_it_was_told() {
        believed.of("a");
        inTransaction.set(true);
        assertThat(believed.of("a")).isEqualTo(2);
        assertThat(believed.of("a")).isEqualTo(3);
        inTransaction.set(false);
        assertThat(believed.of("a")).isEqualTo(1);
    }

    @Test
    void a_failure_is_not_believed() {
        var failing = new Believed<String, Integer>(
                changes::get,
                () -> false,
                key -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("no answer");
                    }
                    return asked.get();
                },
                nanos::get);
        assertThatThrownBy(() -> failing.of("a")).hasMessage("no answer");
        assertThat(failing.of("a")).isEqualTo(2);
    }
}
