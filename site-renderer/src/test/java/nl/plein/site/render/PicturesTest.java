package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.image.Format;
import nl.plein.site.image.MakeRendition;
import nl.plein.site.image.Rendition;
import nl.plein.site.model.Audience;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.tree.OutFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on pages: a few widths, all of them in the tree, and nothing else of the upload. */
class PicturesTest {
    private static final Pattern SOURCE =
            Pattern.compile("(?:src=\"|srcset=\"|, |content=\"(?:https?://[^/\"]*)?)(/_plein/media/[^\" ]+)");

    @TempDir
    Path out;

    @Test
    void a_page_offers_a_picture_in_a_few_widths_and_the_tree_has_them_all() throws IOException {
        render(aSiteWith("gracht.png", "image/png", 2000, 1000, png(2000, 1000), Map.of()));

        String page = Files.readString(out.resolve("n/index.html"));

        assertThat(page).contains(" 160w, ", " 320w, ", " 640w\"", "sizes=\"(min-width: 320px) 320px, 100vw\"");
        assertThat(page).contains("width=\"320\" height=\"160\"");
        List<String> named = sources(page);
        assertThat(named).hasSizeGreaterThan(3).allSatisfy(path -> assertThat(out.resolve(path.substring(1)))
                .isRegularFile());
        assertThat(media()).isEqualTo(new TreeSet<>(named));
    }

    @Test
    void a_small_picture_has_one_width() throws IOException {
        render(aSiteWith("klein.png", "image/png", 100, 50, png(100, 50), Map.of()));

        String page = Files.readString(out.resolve("n/index.html"));

        assertThat(page).contains("width=\"100\" height=\"50\"").doesNotContain("srcset");
    }

    @Test
    void a_second_build_makes_no_rendition_again() throws IOException {
        ScriptedSite site = aSiteWith("gracht.png", "image/png", 2000, 1000, png(2000, 1000), Map.of());
        render(site);

        Summary again = render(site);

        assertThat(again.written()).isZero();
    }

    @Test
    void what_the_camera_wrote_gets_into_no_tree() throws IOException {
        byte[] plain = jpeg(800, 400);
        String secret = "52.0705N4.3007E";
        byte[] comment = ("\u00ff\u00fe\0\u0011" + secret).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        held.write(plain, 0, 2);
        held.writeBytes(comment);
        held.write(plain, 2, plain.length - 2);

        render(aSiteWith("thuis.jpg", "image/jpeg", 800, 400, held.toByteArray(), Map.of()));

        assertThat(media()).isNotEmpty().allSatisfy(path -> assertThat(
                        Files.readString(out.resolve(path.substring(1)), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret));
    }

    @Test
    void an_animation_stays_what_it_is() throws IOException {
        render(aSiteWith("dans.gif", "image/gif", 300, 200, new byte[] {'G', 'I', 'F'}, Map.of()));

        assertThat(Files.readString(out.resolve("n/index.html"))).contains("/dans.gif\" width=\"300\" height=\"200\"");
    }

    @Test
    void a_picture_that_cannot_be_decoded_is_left_to_the_browser() throws IOException {
        byte[] damaged = {'n', 'o', 'n', 'e'};

        Summary summary = render(aSiteWith("stuk.jpg", "image/jpeg", 800, 400, damaged, Map.of()));

        assertThat(summary.warnings()).isEmpty();
        assertThat(media()).allSatisfy(path -> assertThat(Files.readAllBytes(out.resolve(path.substring(1))))
                .isEqualTo(damaged));
    }

    @Test
    void a_rendition_of_a_page_is_what_the_library_makes() throws Exception {
        byte[] picture = png(2000, 1000);
        render(aSiteWith("gracht.png", "image/png", 2000, 1000, picture, Map.of()));

        byte[] made = new MakeRendition(Thread::new)
                .of(new java.io.ByteArrayInputStream(picture), Rendition.whole(640, Format.WEBP))
                .bytes();

        assertThat(media()).anySatisfy(path -> assertThat(Files.readAllBytes(out.resolve(path.substring(1))))
                .isEqualTo(made));
    }

    private static ScriptedSite aSiteWith(
            String file, String mediaType, int width, int height, byte[] bytes, Map<String, Object> more) {
        ScriptedSite site = new ScriptedSite();
        Map<String, Object> image = new java.util.LinkedHashMap<>(Map.of("asset", "p", "alt", "Een gracht"));
        image.putAll(more);
        site.next()
                .picture("p", file, mediaType, width, height, bytes)
                .entry("n", "news", "/n", Map.of("title", "Nieuws", "date", "2026-03-01", "image", image));
        return site;
    }

    private Summary render(ScriptedSite site) throws IOException {
        try (SiteCopy copy = Samples.copyOf(site)) {
            return new SiteRenderer(Samples.theme("plain"))
                    .renderInto(new OutFolder(out), copy, site, Audience.EVERYONE, Options.usual());
        }
    }

    private List<String> sources(String page) {
        return SOURCE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private TreeSet<String> media() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(out.resolve("_plein/media"))) {
            files.filter(Files::isRegularFile).forEach(file -> found.add("/" + out.relativize(file)));
        }
        return found;
    }

    private static byte[] png(int width, int height) throws IOException {
        return written("png", width, height);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return written("jpeg", width, height);
    }

    private static byte[] written(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
