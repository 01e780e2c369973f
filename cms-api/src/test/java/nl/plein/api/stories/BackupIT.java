package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** An installation that was backed up while people worked is the same one after it was restored elsewhere. */
class BackupIT {

    private static final int BEFORE = 5;

    private final Town town = new Town();

    @Test
    void a_back_up_under_load_is_restored_as_one_instant() throws Exception {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < BEFORE; i++) {
            entries.add(town.anEntry("Bewaard " + i));
            town.awaitLive(town.publish(entries.get(i)));
        }
        String token = Town.made(town.publisher.post("/manage/v1/tokens", "{\"name\":\"Bewaard\"}"))
                .json()
                .path("secret")
                .asString();

        Path file = backUpWhilePublishing();

        RunningServer other = RunningServer.fresh();
        try {
            other.start("-Dplein.restore=" + file);
            compare(Client.of(other), token, entries);
        } finally {
            other.stop();
            Files.delete(file);
        }
    }

    private Path backUpWhilePublishing() throws IOException, InterruptedException {
        var stopped = new AtomicBoolean();
        var begun = new CountDownLatch(3);
        var failures = new ArrayList<Throwable>();
        var writer = new Thread(() -> {
            for (int i = 0; !stopped.get(); i++) {
                town.publish(town.anEntry("Onderweg " + i));
                begun.countDown();
            }
        });
        writer.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        writer.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        var backup = town.administrator.get("/manage/v1/backup");

        stopped.set(true);
        writer.join();
        assertThat(failures).isEmpty();
        assertThat(backup.status()).isEqualTo(200);
        assertThat(backup.header("Content-Type")).isEqualTo("application/zip");
        return Files.write(Files.createTempFile("plein-backup", ".zip"), backup.bytes());
    }

    private void compare(Client restored, String token, List<String> entries) {
        long version = restored.get(town.delivery).json().path("version").asLong();
        assertThat(version).isGreaterThan(BEFORE);

        String feed = town.delivery + "/changes?after=0&until=" + version;
        assertThat(restored.get(feed).json().path("items"))
                .as("what differs between nothing and version " + version)
                .isEqualTo(town.anyone.get(feed).json().path("items"));
        for (String entry : entries) {
            String one = town.delivery + "/entries/" + entry;
            assertThat(restored.get(one).json()).isEqualTo(town.anyone.get(one).json());
        }
        assertThat(restored.withToken(token).get(town.manage).status()).isEqualTo(200);
        assertThat(restored.withToken("plein_unknown").get(town.manage).status())
                .isEqualTo(401);
        for (int i = 0; i < entries.size(); i++) {
            String page = "/nieuws/bewaard-" + i;
            var there = Town.await(() -> restored.onHost(town.host).get(page), answer -> answer.status() == 200);
            assertThat(there.status()).isEqualTo(200);
            assertThat(there.text()).contains("Bewaard " + i);
        }
        var next = restored.withToken(token)
                .with("If-Match", "*")
                .post(
                        town.manage + "/publications",
                        "{\"items\":[{\"entry\":\"" + entries.get(0) + "\",\"locale\":\"nl\"}]}");
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(next.json().path("version").asLong()).isEqualTo(version + 1);
    }
}
