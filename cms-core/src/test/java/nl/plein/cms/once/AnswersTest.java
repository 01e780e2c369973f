package nl.plein.cms.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.FoundAgency;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class AnswersTest {

    private static final Answers.Answer MADE = new Answers.Answer(201, "/there", "", "{}");
    private static final String CONTENT = Hashes.sha256("content");

    @Parameter
    Plein plein;

    private final String request = Hashes.sha256(UUID.randomUUID().toString());

    /** An act that keeps its answer, and may fail after that. */
    @ApplicationScoped
    static class Founding {

        @Inject
        FoundAgency foundAgency;

        @Inject
        Answers answers;

        @Transactional
        void perform(String id, String request, boolean fails) {
            foundAgency.perform(AgencyId.of(id), "Stad");
            answers.keep(request, CONTENT, MADE);
            if (fails) {
                throw new IllegalStateException("the power goes out");
            }
        }
    }

    @Test
    void an_answer_is_there_if_and_only_if_the_act_is() {
        String lost = "a" + request.substring(0, 20);
        String done = "b" + request.substring(0, 20);
        assertThatThrownBy(() -> plein.get(Founding.class).perform(lost, request, true))
                .isInstanceOf(IllegalStateException.class);
        assertThat(answers().find(request, CONTENT)).isEmpty();
        assertThat(isFounded(lost)).isFalse();

        plein.get(Founding.class).perform(done, request, false);

        assertThat(answers().find(request, CONTENT)).contains(MADE);
        assertThat(isFounded(done)).isTrue();
    }

    @Test
    void another_content_under_the_same_name_is_refused() {
        plein.get(Founding.class).perform("c" + request.substring(0, 20), request, false);

        assertThatThrownBy(() -> answers().find(request, Hashes.sha256("other")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_second_act_under_the_same_name_is_undone() {
        String second = "e" + request.substring(0, 20);
        plein.get(Founding.class).perform("d" + request.substring(0, 20), request, false);

        assertThatThrownBy(() -> plein.get(Founding.class).perform(second, request, false))
                .isInstanceOf(Conflict.class);
        assertThat(isFounded(second)).isFalse();
    }

    @Test
    void an_answer_is_kept_for_a_day() {
        plein.get(Founding.class).perform("f" + request.substring(0, 20), request, false);

        plein.clock().advance(Answers.LIFE.minusSeconds(1));
        assertThat(answers().forget()).isZero();
        assertThat(answers().find(request, CONTENT)).isPresent();
        plein.clock().advance(java.time.Duration.ofSeconds(1));
        assertThat(answers().find(request, CONTENT)).isEmpty();
        plein.get(Founding.class).perform("g" + request.substring(0, 20), request, false);
        assertThat(answers().find(request, CONTENT)).isPresent();
    }

    private Answers answers() {
        return plein.get(Answers.class);
    }

    private boolean isFounded(String id) {
        return plein.get(Agencies.class).all().stream()
                .anyMatch(agency -> agency.id().value().equals(id));
    }
}
