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
import java.util.function.Consumer;
import nl.plein.api.server.Client;
import nl.plein.api.server.Postgres;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** An installation that was backed up while people worked is the same one after it was restored elsewhere. */
class BackupIT {

    private static final int BEFORE = 5;

    private final Town town = new Town();

    @Test
    void a_back_up_under_load_is_restored_as_one_instant() throws Exception {
        try (Kept kept = backUp()) {
            restored(kept, List.of(), copy -> compare(copy, kept));
        }
    }

    /** The way from the embedded database to PostgreSQL. */
    @Test
    void a_back_up_of_the_embedded_database_is_restored_into_postgresql() throws Exception {
        try (Kept kept = backUp();
                Postgres postgres = new Postgres()) {
            restored(kept, postgres.settings(), copy -> compare(copy, kept));
        }
    }

    /** What was handed out before holds for another history: the restored one comes to the same version by other acts. */
    @Test
    void tags_and_cursors_from_before_a_restore_do_not_hold_after_it() throws Exception {
        try (Kept kept = backUp()) {
            long next = town.publish(town.anEntry("Vervolg"));
            String list = town.delivery + "/entries?pageSize=1&sort=title&version=";
            restored(kept, List.of(), copy -> {
                long version = copy.get(town.delivery).json().path("version").asLong() + 1;
                assertThat(version).isLessThanOrEqualTo(next);
                String one = town.delivery + "/entries/" + kept.entries().get(0);
                String then = one + "?version=" + version;
                Client reader = town.anyone.withToken(kept.token());
                Client readerOfCopy = copy.withToken(kept.token());
                assertThat(saveAndPublish(readerOfCopy, kept.entries().get(0), "Anders verder"))
                        .isEqualTo(version);
                Client.Answer before = reader.get(then);
                assertThat(reader.with("If-None-Match", before.header("ETag"))
                                .get(then)
                                .status())
                        .isEqualTo(304);

                Client.Answer after = readerOfCopy
                        .with("If-None-Match", before.header("ETag"))
                        .get(then);

                assertThat(after.status()).as(after.text()).isEqualTo(200);
                assertThat(after.json().path("title").asString()).isEqualTo("Anders verder");
                assertThat(before.json().path("title").asString()).isEqualTo("Bewaard 0");
                String cursor = reader.get(list + version)
                        .json()
                        .path("page")
                        .path("next")
                        .asString();
                assertThat(reader.get(list + version + "&cursor=" + cursor).status())
                        .isEqualTo(200);
                Client.Answer refused = readerOfCopy.get(list + version + "&cursor=" + cursor);
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.problem()).isEqualTo("bad-cursor");
            });
        }
    }

    /** A back-up, and what was there when it was made. */
    private record Kept(Path file, String token, List<String> entries) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }

    private Kept backUp() throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < BEFORE; i++) {
            entries.add(town.anEntry("Bewaard " + i));
            town.awaitLive(town.publish(entries.get(i)));
        }
        String token = Town.made(town.publisher.post("/manage/v1/tokens", "{\"name\":\"Bewaard\"}"))
                .json()
                .path("secret")
                .asString();
        return new Kept(backUpWhilePublishing(), token, entries);
    }

    private static void restored(Kept kept, List<String> settings, Consumer<Client> work) {
        RunningServer other = RunningServer.fresh();
        List<String> all = new ArrayList<>(settings);
        all.add("-Dplein.restore=" + kept.file());
        try {
            other.start(all.toArray(String[]::new));
            work.accept(Client.of(other));
        } finally {
            other.stop();
        }
    }

    /** @return the version it made */
    private long saveAndPublish(Client writer, String entry, String title) {
        String draft = town.manage + "/entries/" + entry + "/translations/nl/draft";
        String base = writer.get(draft).json().path("revision").asString();
        var saved = writer.put(draft, "{\"basedOn\":\"" + base + "\",\"fields\":{\"title\":\"" + title + "\"}}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        var published = writer.with("If-Match", "*")
                .post(town.manage + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return published.json().path("version").asLong();
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

    private void compare(Client restored, Kept kept) {
        long version = restored.get(town.delivery).json().path("version").asLong();
        assertThat(version).isGreaterThan(BEFORE);

        String feed = town.delivery + "/changes?after=0&until=" + version;
        assertThat(restored.get(feed).json().path("items"))
                .as("what differs between nothing and version " + version)
                .isEqualTo(town.anyone.get(feed).json().path("items"));
        String list = town.delivery + "/entries?type=news&sort=-title&count=true&pageSize=100&version=" + version;
        Client reader = restored.withToken(kept.token());
        assertThat(Town.await(() -> reader.get(list), answer -> answer.status() == 200)
                        .json())
                .isEqualTo(town.anyone.withToken(kept.token()).get(list).json());
        for (String entry : kept.entries()) {
            String one = town.delivery + "/entries/" + entry;
            assertThat(restored.get(one).json()).isEqualTo(town.anyone.get(one).json());
        }
        assertThat(reader.get(town.manage).status()).isEqualTo(200);
        assertThat(restored.withToken("plein_unknown").get(town.manage).status())
                .isEqualTo(401);
        for (int i = 0; i < kept.entries().size(); i++) {
            String page = "/nieuws/bewaard-" + i;
            var there = Town.await(() -> restored.onHost(town.host).get(page), answer -> answer.status() == 200);
            assertThat(there.text())
                    .contains("Bewaard " + i)
                    .isEqualTo(town.visitor.get(page).text());
        }
        assertThat(saveAndPublish(reader, kept.entries().get(0), "Verder")).isEqualTo(version + 1);
    }
}
