package nl.plein.site.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MakeRenditionTest {
    private final MakeRendition make = new MakeRendition(Thread::new);

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_picture_becomes_as_wide_as_asked_and_keeps_its_proportions(Format format) throws Exception {
        var made = made(Pictures.as("png", Pictures.quarters(1000, 500)), Rendition.whole(320, format));

        assertThat(made.width()).isEqualTo(320);
        assertThat(made.height()).isEqualTo(160);
        BufferedImage picture = Pictures.read(made.bytes());
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(quartersOf(picture)).isEqualTo("red green blue yellow");
    }

    @Test
    void a_small_picture_is_never_made_larger() throws Exception {
        var made = made(Pictures.as("png", Pictures.quarters(100, 50)), Rendition.whole(640, Format.WEBP));

        assertThat(made.width()).isEqualTo(100);
        assertThat(made.height()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, red",
        "0.9, 0.1, green",
        "0.1, 0.9, blue",
        "0.9, 0.9, yellow",
    })
    void a_cut_keeps_the_focal_point(double x, double y, String colour) throws Exception {
        byte[] wide = Pictures.as("png", Pictures.quarters(1200, 400));
        byte[] tall = Pictures.as("png", Pictures.quarters(400, 1200));
        Rendition square = new Rendition(160, 160, new Focus(x, y), Format.JPEG);

        BufferedImage ofWide = Pictures.read(made(wide, square).bytes());
        BufferedImage ofTall = Pictures.read(made(tall, square).bytes());

        assertThat(ofWide.getWidth()).isEqualTo(160);
        assertThat(ofWide.getHeight()).isEqualTo(160);
        assertThat(Pictures.colourAt(ofWide, 0.5, y)).isEqualTo(colour);
        assertThat(Pictures.colourAt(ofTall, x, 0.5)).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({
        "1, red green blue yellow",
        "2, green red yellow blue",
        "3, yellow blue green red",
        "4, blue yellow red green",
        "5, red blue green yellow",
        "6, blue red yellow green",
        "7, yellow green blue red",
        "8, green yellow red blue",
    })
    void a_picture_stands_upright_however_the_camera_was_held(int orientation, String quarters) throws Exception {
        byte[] held = Pictures.held(Pictures.as("jpeg", Pictures.quarters(800, 400)), orientation, "");

        var made = made(held, Rendition.whole(160, Format.JPEG));

        assertThat(made.height()).isEqualTo(orientation < 5 ? 80 : 320);
        assertThat(quartersOf(Pictures.read(made.bytes()))).isEqualTo(quarters);
    }

    @ParameterizedTest
    @CsvSource({"1, green", "3, blue", "5, blue", "6, red", "8, yellow"})
    void a_cut_of_a_turned_picture_keeps_the_focal_point_of_the_upright_one(int orientation, String colour)
            throws Exception {
        byte[] held = Pictures.held(Pictures.as("jpeg", Pictures.quarters(800, 400)), orientation, "");

        var made = made(held, new Rendition(160, 160, new Focus(0.9, 0.1), Format.JPEG));

        assertThat(Pictures.colourAt(Pictures.read(made.bytes()), 0.9, 0.1)).isEqualTo(colour);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_the_camera_wrote_about_the_picture_stays_behind(Format format) throws Exception {
        byte[] held = Pictures.held(Pictures.as("jpeg", Pictures.quarters(400, 400)), 1, "52.0705N4.3007E");

        byte[] made = made(held, Rendition.whole(320, format)).bytes();

        assertThat(text(held)).contains("Exif", "52.0705N4.3007E");
        assertThat(text(made)).doesNotContain("Exif", "EXIF", "52.0705N4.3007E");
    }

    @Test
    void transparency_is_kept_by_webp_and_becomes_white_in_jpeg() throws Exception {
        byte[] clear = Pictures.as("png", new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB));

        BufferedImage webp =
                Pictures.read(made(clear, Rendition.whole(160, Format.WEBP)).bytes());
        BufferedImage jpeg =
                Pictures.read(made(clear, Rendition.whole(160, Format.JPEG)).bytes());

        assertThat(webp.getRGB(80, 80) >>> 24).isZero();
        assertThat(Pictures.colourAt(jpeg, 0.5, 0.5)).isEqualTo("white");
    }

    @Test
    void the_same_picture_gives_the_same_bytes() throws Exception {
        byte[] picture = Pictures.as("jpeg", Pictures.quarters(1000, 500));

        byte[] once = made(picture, Rendition.whole(640, Format.WEBP)).bytes();

        assertThat(made(picture, Rendition.whole(640, Format.WEBP)).bytes()).isEqualTo(once);
    }

    @Test
    void a_picture_with_too_many_pixels_is_refused_before_it_is_decoded() {
        byte[] bomb = Pictures.pngHeader(30_000, 30_000);

        assertThatThrownBy(() -> made(bomb, Rendition.whole(160, Format.WEBP)))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo("picture-too-large"))
                .hasMessageContaining("30000 × 30000 pixels");
    }

    @Test
    void a_picture_that_is_cut_short_is_refused() throws Exception {
        byte[] whole = Pictures.as("png", Pictures.quarters(1000, 500));

        assertThatThrownBy(() -> made(Arrays.copyOf(whole, 60), Rendition.whole(160, Format.WEBP)))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo("picture-unreadable"));
    }

    @Test
    void what_is_no_picture_is_refused() {
        byte[] text = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> made(text, Rendition.whole(160, Format.WEBP)))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo("no-picture"));
    }

    private MakeRendition.Made made(byte[] picture, Rendition wanted) throws Exception {
        return make.of(new ByteArrayInputStream(picture), wanted);
    }

    private static String quartersOf(BufferedImage picture) {
        return String.join(
                " ",
                Pictures.colourAt(picture, 0.25, 0.25),
                Pictures.colourAt(picture, 0.75, 0.25),
                Pictures.colourAt(picture, 0.25, 0.75),
                Pictures.colourAt(picture, 0.75, 0.75));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
