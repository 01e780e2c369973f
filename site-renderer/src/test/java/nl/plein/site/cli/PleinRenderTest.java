package nl.plein.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

    private static int build(Path out) {
        return PleinRender.exitCode(
                "build",
                "--source",
                Samples.folder("sample").toString(),
                "--theme",
                Samples.folder("themes/plain").toString(),
                "--out",
                out.toString());
    }
}
