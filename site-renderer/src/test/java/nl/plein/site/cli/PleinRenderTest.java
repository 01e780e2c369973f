package nl.plein.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.plein.site.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PleinRenderTest {
    @TempDir
    Path folder;

    @Test
    void a_saved_site_is_built_and_passes_the_check() {
        assertThat(build(folder.resolve("out"))).isZero();
        assertThat(folder.resolve("out/nieuws/2026/markt/index.html")).exists();
        assertThat(PleinRender.exitCode("check", folder.resolve("out").toString()))
                .isZero();
    }

    @Test
    void a_site_with_a_dead_link_does_not_pass() throws Exception {
        build(folder.resolve("out"));
        Files.delete(folder.resolve("out/contact/index.html"));
        assertThat(PleinRender.exitCode("check", folder.resolve("out").toString()))
                .isEqualTo(1);
    }

    @Test
    void a_skipped_heading_level_fails_a_check_unless_it_is_left_out() throws Exception {
        build(folder.resolve("out"));
        Path page = folder.resolve("out/contact/index.html");
        Files.writeString(page, Files.readString(page).replace("</main>", "<h2>a</h2><h4>Te diep</h4></main>"));
        String out = folder.resolve("out").toString();
        assertThat(PleinRender.exitCode("check", out)).isEqualTo(1);
        assertThat(PleinRender.exitCode("check", "--except", "heading-order", out))
                .isZero();
    }

    @Test
    void trouble_ends_with_one_and_wrong_options_with_two() {
        assertThat(PleinRender.exitCode("build", "--source", "nowhere", "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(PleinRender.exitCode("build")).isEqualTo(2);
        assertThat(PleinRender.exitCode()).isEqualTo(2);
    }

    @Test
    void a_watch_shows_a_change_of_the_theme_and_goes_on_after_a_mistake_in_it() throws Exception {
        Path theme = folder.resolve("plain");
        copy(Samples.folder("themes/plain"), theme);
        Path home = theme.resolve("templates/home.html");
        Path page = folder.resolve("out/index.html");
        String right = Files.readString(home);
        CompletableFuture<Integer> watch = CompletableFuture.supplyAsync(() -> PleinRender.exitCode(
                "watch",
                "--source",
                Samples.folder("sample").toString(),
                "--theme",
                theme.toString(),
                "--every",
                "20",
                "--versions",
                "2",
                "--out",
                folder.resolve("out").toString()));
        await(() -> Files.exists(page));
        Files.writeString(home, right.replace("<h1>", "<h1>{nonsense} "));
        Thread.sleep(1_200);
        assertThat(Files.readString(page)).doesNotContain("Nieuw op het plein");
        Files.writeString(home, right.replace("<h1>", "<h1>Nieuw op het plein: "));
        assertThat(watch.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(Files.readString(page)).contains("Nieuw op het plein");
    }

    @Test
    void a_push_brings_what_differs_and_removes_what_is_no_more() throws Exception {
        Path site = folder.resolve("out");
        Path target = folder.resolve("htdocs");
        build(site);
        assertThat(PleinRender.exitCode("push", site.toString(), target.toString()))
                .isZero();
        assertThat(target.resolve("nieuws/2026/markt/index.html"))
                .hasSameBinaryContentAs(site.resolve("nieuws/2026/markt/index.html"));
        Files.delete(site.resolve("contact/index.html"));
        Files.writeString(site.resolve("index.html"), "<p>Anders</p>");
        assertThat(PleinRender.exitCode("push", site.toString(), target.toString()))
                .isZero();
        assertThat(target.resolve("contact")).doesNotExist();
        assertThat(target.resolve("index.html")).hasContent("<p>Anders</p>");
    }

    @Test
    void texts_get_a_compressed_file_beside_them_that_is_the_same_each_time_and_goes_with_them() throws Exception {
        Path site = folder.resolve("out");
        Path page = site.resolve("nieuws/2026/markt/index.html");
        Path packed = site.resolve("nieuws/2026/markt/index.html.gz");
        assertThat(build(site, "--precompress")).isZero();
        assertThat(unpacked(packed)).isEqualTo(Files.readAllBytes(page));
        assertThat(PleinRender.exitCode("check", site.toString())).isZero();
        byte[] first = Files.readAllBytes(packed);

        Files.delete(packed);
        Files.write(site.resolve("index.html.gz"), first);
        assertThat(build(site, "--precompress")).isZero();
        assertThat(packed).hasBinaryContent(first);
        assertThat(unpacked(site.resolve("index.html.gz"))).isEqualTo(Files.readAllBytes(site.resolve("index.html")));

        Path target = folder.resolve("htdocs");
        assertThat(PleinRender.exitCode("push", "--precompress", site.toString(), target.toString()))
                .isZero();
        assertThat(target.resolve("nieuws/2026/markt/index.html.gz")).hasBinaryContent(first);
        Files.delete(page);
        Files.delete(packed);
        assertThat(PleinRender.exitCode("push", "--precompress", site.toString(), target.toString()))
                .isZero();
        assertThat(target.resolve("nieuws/2026/markt")).doesNotExist();

        assertThat(build(site)).isZero();
        assertThat(packed).doesNotExist();
    }

    private static byte[] unpacked(Path packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_push_refuses_what_is_not_a_rendered_site_and_folders_of_others() throws Exception {
        Path site = folder.resolve("out");
        build(site);
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("mine.txt"), "van mij");
        assertThat(PleinRender.exitCode(
                        "push", others.toString(), folder.resolve("new").toString()))
                .isEqualTo(1);
        assertThat(PleinRender.exitCode("push", site.toString(), others.toString()))
                .isEqualTo(1);
        assertThat(PleinRender.exitCode(
                        "push", site.toString(), site.resolve("in").toString()))
                .isEqualTo(1);
        assertThat(others.resolve("mine.txt")).hasContent("van mij");
    }

    @Test
    void a_command_that_renders_asks_where_to() {
        assertThat(PleinRender.exitCode(
                        "build", "--source", Samples.folder("sample").toString()))
                .isEqualTo(1);
    }

    private static void await(Callable<Boolean> there) throws Exception {
        for (int i = 0; i < 1_000 && !there.call(); i++) {
            Thread.sleep(20);
        }
        assertThat(there.call()).isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static int build(Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "build",
                "--source",
                Samples.folder("sample").toString(),
                "--theme",
                Samples.folder("themes/plain").toString(),
                "--out",
                out.toString()));
        words.addAll(List.of(more));
        return PleinRender.exitCode(words.toArray(String[]::new));
    }
}
