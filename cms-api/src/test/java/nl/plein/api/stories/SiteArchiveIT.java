package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.Postgres;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A site leaves: to another installation, with all its history, or to a folder from which its pages are made with no server. */
class SiteArchiveIT {

    private static final Path RENDERER =
            Path.of("../site-renderer/target/plein-render/bin/plein-render").toAbsolutePath();

    private static int equal;

    @TempDir
    Path folder;

    @Test
    void the_demonstration_moves_to_another_installation() throws Exception {
        RunningServer source = RunningServer.fresh();
        try {
            source.start("-Dplein.demo=true");
            var site = new MovedSite(source, "voorbeeldstad", "voorbeeldstad.localhost");
            site.settled();
            move("demonstration", site, List.of(), Proof.isFull());
            isSavedAlike(site);
        } finally {
            source.stop();
        }
    }

    @Test
    void a_site_of_a_government_moves_to_postgresql_although_the_server_is_killed() throws Exception {
        Assumptions.assumeTrue(Proof.isFull(), "one real site is enough in every build: see RealSitesIT");
        Path root = RealSites.folder("digital-gov");
        byte[] texts = RealSites.zip(root, RealSites.texts(root.resolve("content"), "_index.md"));
        try (Postgres postgres = new Postgres()) {
            move("digital-gov", imported(texts, "https://digital.gov"), postgres.settings(), true);
        }
    }

    @Test
    void posts_of_an_agency_move() throws Exception {
        Assumptions.assumeTrue(Proof.isFull(), "one real site is enough in every build: see RealSitesIT");
        Path root = RealSites.folder("18f-site");
        byte[] texts = RealSites.zip(root, RealSites.texts(root.resolve("posts"), ".md"));
        move("18f-site", imported(texts, "https://18f.gsa.gov"), List.of(), false);
    }

    @Test
    void a_blog_of_wordpress_moves() throws Exception {
        Assumptions.assumeTrue(Proof.isFull(), "one real site is enough in every build: see RealSitesIT");
        byte[] export = Files.readAllBytes(RealSites.folder("wxr").resolve("theme-unit-test-data.xml"));
        move(
                "wxr",
                imported(RealSites.zip("export.xml", export), "https://wpthemetestdata.wordpress.com"),
                List.of(),
                false);
    }

    @Test
    void an_archive_is_given_to_those_who_may_have_it_and_for_its_own_site() {
        Town town = new Town();
        town.awaitLive(town.publish(town.anEntry("Blijft")));
        var site = new MovedSite(RunningServer.shared(), town.id, town.host);
        JsonNode job = site.ended(town.administrator.post(town.manage + "/exports", "text/plain", new byte[0]));
        String id = job.path("id").asString();
        Town other = new Town();

        assertThat(town.administrator
                        .get(town.manage + "/exports/" + id + "/file")
                        .status())
                .isEqualTo(200);
        Client.Answer elsewhere = other.administrator.get(other.manage + "/exports/" + id + "/file");
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.problem()).isEqualTo("unknown-job");
        assertThat(town.publisher.get(town.manage + "/exports/" + id + "/file").status())
                .isEqualTo(403);
        assertThat(town.publisher
                        .post(town.manage + "/exports", "text/plain", new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(other.publisher.get(town.manage + "/exports/" + id + "/file").status())
                .isEqualTo(404);

        String entry = town.anEntry("Gewist");
        town.publish(entry);
        Client.Answer erased = town.administrator
                .with("If-Match", "*")
                .post(town.manage + "/erasures", "{\"entry\":\"" + entry + "\"}");
        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        Client.Answer gone = town.administrator.get(town.manage + "/exports/" + id + "/file");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.problem()).isEqualTo("export-gone");
        assertThat(gone.text()).doesNotContain("Gewist");
    }

    private MovedSite imported(byte[] texts, String source) {
        Town town = new Town("base");
        var site = new MovedSite(RunningServer.shared(), town.id, town.host);
        JsonNode job = site.ended(town.administrator.post(
                town.manage + "/imports?ignoreExpiry=true&source=" + source, "application/zip", texts));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        site.settled();
        return site;
    }

    /** Export, empty installation, import, export: equal hashes, and equal pages. */
    private void move(String name, MovedSite from, List<String> settings, boolean isKilled) {
        MovedSite.Exported first = from.exported();
        assertThat(from.exported().sha256()).as("exported twice").isEqualTo(first.sha256());
        RunningServer target = RunningServer.fresh();
        try {
            String[] all = settings.toArray(String[]::new);
            target.start(all);
            MovedSite to = from.on(target);
            long begun = System.nanoTime();
            Client.Answer job = to.importing(first, from.agency());
            if (isKilled) {
                target.kill();
                target.start(all);
            }
            JsonNode ended = to.ended(job);
            double seconds = MovedSite.seconds(begun);
            assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
            assertThat(ended.path("report").path("mended").asInt()).isZero();

            MovedSite.Exported second = to.exported();

            assertThat(second.sha256()).isEqualTo(first.sha256());
            figure("archive_equal_sites", ++equal);
            figure(name + " archive bytes", first.archive().length);
            figure(
                    name + " archive entries",
                    first.report().path("rows").path("entries").asInt());
            figure(name + " export seconds", first.seconds());
            figure(name + (isKilled ? " import seconds with a kill" : " import seconds"), seconds);
            assertThat(to.settled()).isEqualTo(first.report().path("version").asLong());
            Map<String, String> there = from.addresses();
            showTheSame(from, to, there);
            long pages = there.values().stream()
                    .filter(answer -> answer.startsWith("200 "))
                    .count();
            assertThat(pages).isGreaterThan(20);
            figure(name + " addresses that are equal on both servers", pages);
        } finally {
            target.stop();
        }
    }

    /** Address by address; of the first one that differs the text is shown. */
    private static void showTheSame(MovedSite from, MovedSite to, Map<String, String> there) {
        Map<String, String> here = to.addresses();
        assertThat(here.keySet()).isEqualTo(there.keySet());
        here.forEach((address, answer) -> {
            if (!answer.equals(there.get(address))) {
                assertThat(to.shown(address)).as(address).isEqualTo(from.shown(address));
            }
        });
        assertThat(here).isEqualTo(there);
    }

    /** Leaving is one command: what it saves is built into the pages that the server is built into. */
    private void isSavedAlike(MovedSite site) throws Exception {
        String server = "http://127.0.0.1:" + site.server().port();
        Path saved = folder.resolve("saved");
        Path fromServer = folder.resolve("from-server");
        Path fromFolder = folder.resolve("from-folder");
        for (int again = 0; again < 2; again++) {
            run("save", "--source", server, "--site", site.id(), "--out", saved.toString());
        }
        run("build", "--source", server, "--site", site.id(), "--out", fromServer.toString());

        run("build", "--source", saved.toString(), "--out", fromFolder.toString());

        assertThat(files(fromFolder)).isEqualTo(files(fromServer)).hasSizeGreaterThan(20);
    }

    private void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(RENDERER.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    private static Map<String, Integer> files(Path root) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
