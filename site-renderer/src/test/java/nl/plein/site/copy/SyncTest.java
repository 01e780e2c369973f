package nl.plein.site.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.testkit.ScriptedSite.Killed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    @TempDir
    Path folder;

    @Test
    void a_copy_arrives_at_the_newest_version() {
        ScriptedSite site = anEditedSite(new Random(1), 10);
        try (SiteCopy copy = open(site)) {
            assertThat(new Sync(site, copy).toNewest()).isEqualTo(10);
            assertThat(copy.version()).isEqualTo(10);
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
    }

    @Test
    void small_steps_end_where_one_big_step_ends() {
        Random random = new Random(2);
        ScriptedSite site = new ScriptedSite().inPagesOf(3);
        try (SiteCopy copy = open(site)) {
            for (int i = 0; i < 60; i++) {
                edit(site, random);
                if (random.nextInt(3) == 0) {
                    new Sync(site, copy).toNewest();
                }
            }
            new Sync(site, copy).toNewest();
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
    }

    @Test
    void a_follower_that_is_killed_at_random_ends_with_exactly_the_current_state() {
        Random random = new Random(3);
        ScriptedSite site = new ScriptedSite().inPagesOf(2);
        for (int round = 0; round < 120; round++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                edit(site, random);
            }
            site.killAfter(random.nextInt(12));
            try (SiteCopy copy = open(site)) {
                new Sync(site, copy).toNewest();
            } catch (Killed e) {
                // the next round opens what is left
            }
            site.killAfter(Integer.MAX_VALUE);
        }
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
    }

    @Test
    void a_killed_sync_shows_the_old_version_whole() {
        ScriptedSite site = anEditedSite(new Random(4), 5).inPagesOf(1);
        String before;
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            before = copy.fingerprint();
        }
        for (int i = 0; i < 8; i++) {
            edit(site, new Random(40 + i));
        }
        site.killAfter(3);
        try (SiteCopy copy = open(site)) {
            assertThatThrownBy(() -> new Sync(site, copy).toNewest()).isInstanceOf(Killed.class);
        }
        site.killAfter(Integer.MAX_VALUE);
        try (SiteCopy copy = open(site)) {
            assertThat(copy.version()).isEqualTo(5);
            assertThat(copy.fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void a_kill_between_arriving_and_applying_still_arrives() {
        ScriptedSite site = anEditedSite(new Random(5), 6);
        try (FileCopy copy = FileCopy.at(file(), site.origin())) {
            copy.begin();
            copy.collect(site.changes(0, java.util.OptionalLong.empty(), java.util.Optional.empty())
                    .items());
            copy.markArriving(6, java.util.Optional.of(site.madeAt(6)), site.site());
        }
        try (SiteCopy copy = open(site)) {
            assertThat(copy.version()).isEqualTo(6);
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
    }

    @Test
    void purged_words_are_not_in_the_file_any_more() throws IOException {
        ScriptedSite site = new ScriptedSite();
        site.next().entry("a", "news", "/a", Map.of("body", "canary-4711")).entry("b", "news", "/b", Map.of());
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
        }
        assertThat(bytesOfTheCopy()).contains("canary-4711");
        site.next().purge("a");
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
        assertThat(bytesOfTheCopy()).doesNotContain("canary-4711");
    }

    @Test
    void a_corrupt_file_is_not_trusted() throws IOException {
        ScriptedSite site = anEditedSite(new Random(6), 8);
        for (int round = 0; round < 40; round++) {
            try (SiteCopy copy = open(site)) {
                new Sync(site, copy).toNewest();
            }
            damage(new Random(round));
            if (round % 2 == 0) {
                edit(site, new Random(600 + round));
            }
            try (SiteCopy copy = open(site)) {
                new Sync(site, copy).toNewest();
                assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
            }
        }
    }

    @Test
    void a_copy_of_another_site_is_not_trusted() {
        ScriptedSite site = anEditedSite(new Random(7), 3);
        try (SiteCopy foreign = SiteCopy.open(file(), "somewhere else")) {
            new Sync(Samples.source(), foreign).toNewest();
        }
        try (SiteCopy copy = open(site)) {
            assertThat(copy.version()).isZero();
            new Sync(site, copy).toNewest();
            assertThat(copy.fingerprint()).isEqualTo(fromZero(site));
        }
    }

    @Test
    void a_copy_of_a_history_that_a_restore_took_back_is_not_trusted() {
        ScriptedSite site = anEditedSite(new Random(10), 6);
        ScriptedSite restored = anEditedSite(new Random(10), 4).restored();
        edit(restored, new Random(100));
        edit(restored, new Random(101));
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            assertThat(copy.version()).isEqualTo(restored.version());
            new Sync(restored, copy).toNewest();
            assertThat(copy.fingerprint()).isEqualTo(fromZero(restored));
        }
    }

    @Test
    void a_copy_of_another_history_is_not_carried_on_with() {
        ScriptedSite site = anEditedSite(new Random(11), 6);
        ScriptedSite restored = anEditedSite(new Random(11), 4).restored();
        for (int i = 0; i < 5; i++) {
            edit(restored, new Random(110 + i));
        }
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            new Sync(restored, copy).toNewest();
            assertThat(copy.version()).isEqualTo(9);
            assertThat(copy.fingerprint()).isEqualTo(fromZero(restored));
        }
    }

    @Test
    void an_older_version_can_be_asked_for() {
        ScriptedSite site = anEditedSite(new Random(8), 9);
        try (SiteCopy copy = open(site)) {
            new Sync(site, copy).toNewest();
            assertThat(new Sync(site, copy).to(4)).isEqualTo(4);
            assertThat(copy.version()).isEqualTo(4);
        }
    }

    @Test
    void two_processes_do_not_work_in_one_copy() {
        ScriptedSite site = anEditedSite(new Random(9), 1);
        try (SiteCopy first = open(site)) {
            assertThat(first.version()).isZero();
            assertThatThrownBy(() -> open(site)).isInstanceOf(Trouble.class).hasMessageContaining("Another process");
        }
    }

    private SiteCopy open(ScriptedSite site) {
        return SiteCopy.open(file(), site.origin());
    }

    private Path file() {
        return folder.resolve("site.copy");
    }

    private String bytesOfTheCopy() throws IOException {
        return new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    }

    private void damage(Random random) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            for (int i = 0; i < 40; i++) {
                bytes.seek((long) (random.nextDouble() * bytes.length()));
                bytes.write(random.nextInt());
            }
        }
    }

    private static String fromZero(ScriptedSite site) {
        try (SiteCopy copy = Samples.copyOf(site)) {
            return copy.fingerprint();
        }
    }

    private static ScriptedSite anEditedSite(Random random, int versions) {
        ScriptedSite site = new ScriptedSite();
        for (int i = 0; i < versions; i++) {
            edit(site, random);
        }
        return site;
    }

    private static void edit(ScriptedSite site, Random random) {
        site.next();
        String id = "e" + random.nextInt(30);
        switch (random.nextInt(8)) {
            case 0 -> site.withdraw(id);
            case 1 -> site.purge(id);
            case 2 -> site.part("menu", "main.nl", Map.of("items", java.util.List.of(random.nextInt())));
            case 3 ->
                site.withdraw(id).entry(id, "news", "/moved/" + random.nextInt(99), Map.of("n", random.nextInt()));
            default -> site.withdraw(id).entry(id, "news", "/" + id, Map.of("n", random.nextInt()));
        }
    }
}
