package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Whoever keeps the installation running looks at it. */
class WatchingIT {

    private final Client anyone = Client.of(RunningServer.shared());
    private final Client administrator = anyone.withToken(RunningServer.ADMINISTRATOR);

    @Test
    void ready_names_database_gateway_and_followers() {
        var ready = anyone.get("/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("checks").findValuesAsString("name"))
                .containsExactlyInAnyOrder("database", "gateway", "followers");
    }

    @Test
    void metrics_are_not_for_everybody() {
        var refused = anyone.get("/metrics");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.problem()).isEqualTo("missing-token");
    }

    @Test
    void metrics_count_requests_by_template_and_never_by_path() {
        anyone.get("/delivery/v1/sites/no-such-site/entries");

        String text = administrator.get("/metrics").text();

        assertThat(text).contains("route=\"/delivery/v1/sites/{site}/entries\",status=\"404\"");
        assertThat(text).doesNotContain("no-such-site");
    }

    @Test
    void metrics_tell_of_locks_followers_jobs_and_the_machine() {
        var answer = administrator.get("/metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain;version=0.0.4");
        assertThat(answer.text())
                .contains("# TYPE plein_publish_lock_seconds summary")
                .contains("plein_follower_lag_versions{follower=\"search\"} ")
                .contains("plein_follower_sites_parked{follower=\"renderer\"} 0\n")
                .contains("plein_jobs{state=\"failed\"} ")
                .contains("plein_webhooks{state=\"parked\"} ")
                .contains("jvm_memory_used_bytes{area=\"heap\"} ");
    }
}
