package nl.plein.cms.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnDatabase
class JobsTest {

    @Parameter
    Plein plein;

    @Test
    void a_job_runs_and_tells_what_it_did() {
        SiteRef site = plein.aSite();

        Job job = ended(enqueue(site, "{\"say\":\"hello\"}"));

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.log()).isEqualTo("hello\n");
        assertThat(job.done()).isEqualTo(1);
        assertThat(job.report()).contains(Json.parse("{\"agency\":\"" + site.agency() + "\"}"));
    }

    @Test
    void a_job_that_is_refused_says_why() {
        Job job = ended(enqueue(plein.aSite(), "{\"refuse\":\"Choose another file.\"}"));

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.failure()).contains("Choose another file.");
    }

    @Test
    void a_job_that_breaks_shows_nothing_internal() {
        Job job = ended(enqueue(plein.aSite(), "{\"break\":\"jdbc:secret\"}"));

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.failure().orElseThrow())
                .doesNotContain("secret")
                .contains(job.id().toString());
    }

    @Test
    void a_roll_back_leaves_no_job() {
        SiteRef site = plein.aSite();

        assertThatThrownBy(() -> plein.inAgency(
                        site.agency(),
                        () -> plein.transaction(() -> {
                            jobs().enqueue("echo", site.id(), Json.parse("{}"));
                            throw new Invalid("no", "No.");
                        })))
                .isInstanceOf(Invalid.class);

        assertThat(jobs().page(site.id(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_running_job_stops_when_asked() throws InterruptedException {
        SiteRef site = plein.aSite();
        Echo.STARTED = new CountDownLatch(1);
        JobId id = enqueue(site, "{\"wait\":true}");
        assertThat(Echo.STARTED.await(20, TimeUnit.SECONDS)).isTrue();

        jobs().cancel(id);

        assertThat(ended(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void jobs_of_one_kind_on_one_site_run_one_after_the_other_and_hold_up_no_other_site() throws InterruptedException {
        SiteRef site = plein.aSite();
        Echo.STARTED = new CountDownLatch(1);
        JobId first = enqueue(site, "{\"wait\":true}");
        assertThat(Echo.STARTED.await(20, TimeUnit.SECONDS)).isTrue();
        JobId second = enqueue(site, "{\"say\":\"second\"}");

        ended(enqueue(plein.aSite(), "{\"say\":\"elsewhere\"}"));
        assertThat(jobs().get(second).state()).isEqualTo(JobState.WAITING);

        jobs().cancel(first);
        assertThat(ended(first).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ended(second).state()).isEqualTo(JobState.DONE);
    }

    private JobId enqueue(SiteRef site, String input) {
        return plein.inAgency(site.agency(), () -> jobs().enqueue("echo", site.id(), Json.parse(input)));
    }

    private Job ended(JobId id) {
        return plein.eventually(Duration.ofSeconds(20), () -> jobs().find(id)
                .filter(job -> job.state().isOver()));
    }

    private Jobs jobs() {
        return plein.get(Jobs.class);
    }

    /** A handler that does as it is told. */
    @ApplicationScoped
    static class Echo implements JobHandler {

        static CountDownLatch STARTED = new CountDownLatch(1);

        @jakarta.inject.Inject
        nl.plein.cms.tenancy.AgencyContext context;

        @Override
        public String kind() {
            return "echo";
        }

        @Override
        public void run(JobRun run) throws Exception {
            JsonNode input = run.input();
            if (input.has("refuse")) {
                throw new Invalid("refused", input.get("refuse").asString());
            }
            if (input.has("break")) {
                throw new IllegalStateException(input.get("break").asString());
            }
            if (input.has("wait")) {
                STARTED.countDown();
                while (!run.cancelled()) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                return;
            }
            run.log(input.path("say").asString(""));
            run.progress(1, 1);
            run.report(Json.mapper()
                    .createObjectNode()
                    .put("agency", context.current().value()));
        }
    }
}
