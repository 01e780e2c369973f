package nl.plein.cms.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanPictureTest {

    private static final String CANARY = "52.0705N 4.3007E kanarie";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void a_photo_loses_where_it_was_taken_and_keeps_its_pixels_and_how_it_is_turned(int orientation)
            throws IOException {
        byte[] plain = picture("jpg");
        byte[] exif = joined(text("Exif\0\0"), Upright.block(orientation), text(CANARY));
        byte[] photo = joined(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif),
                segment(0xe1, text("http://ns.adobe.com/xap/1.0/\0" + CANARY)),
                segment(0xe2, text("MPF\0" + CANARY)),
                segment(0xe2, text("ICC_PROFILE\0\1\1colours")),
                segment(0xed, text("Photoshop 3.0\0" + CANARY)),
                segment(0xfe, text(CANARY)),
                Arrays.copyOfRange(plain, 2, plain.length),
                text(CANARY));

        byte[] clean = cleaned(photo);

        assertThat(latin(clean)).doesNotContain("kanarie").contains("ICC_PROFILE");
        assertThat(pixels(clean)).isEqualTo(pixels(plain));
        assertThat(JpegOrientation.swapsSides(clean)).isEqualTo(orientation >= 5);
        assertThat(latin(clean).contains("Exif")).isEqualTo(orientation != 1);
        assertThat(cleaned(clean)).isEqualTo(clean);
    }

    @Test
    void a_picture_without_anything_beside_it_is_the_same_file() throws IOException {
        byte[] jpeg = picture("jpg");
        byte[] png = picture("png");

        assertThat(cleaned(jpeg)).isEqualTo(jpeg);
        assertThat(cleaned(png)).isEqualTo(png);
    }

    @Test
    void a_png_loses_its_texts() throws IOException {
        byte[] plain = picture("png");
        int head = 8 + 25;
        byte[] told = joined(
                Arrays.copyOf(plain, head),
                chunk("tEXt", text("Comment\0" + CANARY)),
                chunk("eXIf", joined(Upright.block(6), text(CANARY))),
                chunk("iTXt", text("XML:com.adobe.xmp\0" + CANARY)),
                Arrays.copyOfRange(plain, head, plain.length),
                text(CANARY));

        byte[] clean = cleaned(told);

        assertThat(latin(clean)).doesNotContain("kanarie");
        assertThat(pixels(clean)).isEqualTo(pixels(plain));
        assertThat(clean)
                .isEqualTo(joined(
                        Arrays.copyOf(plain, head),
                        chunk("eXIf", Upright.block(6)),
                        Arrays.copyOfRange(plain, head, plain.length)));
    }

    @Test
    void a_webp_keeps_its_length_and_how_it_is_turned() throws IOException {
        byte[] picture = text("picture!");
        byte[] body = joined(
                riff("VP8X", new byte[] {0x0c, 0, 0, 0, 29, 0, 0, 19, 0, 0}),
                riff("VP8 ", picture),
                riff("EXIF", joined(text("Exif\0\0"), Upright.block(8), text(CANARY))),
                riff("XMP ", text(CANARY + "!")));
        byte[] webp = joined(
                text("RIFF"),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(body.length + 4)
                        .array(),
                text("WEBP"),
                body);

        byte[] clean = cleaned(joined(webp, text(CANARY)));

        assertThat(latin(clean)).doesNotContain("kanarie").contains("picture!");
        assertThat(clean).hasSameSizeAs(webp);
        assertThat(clean[20]).isEqualTo((byte) 0x08);
        int exif = latin(clean).indexOf("EXIF") + 8;
        assertThat(Upright.orientation(Arrays.copyOfRange(clean, exif, exif + Upright.LENGTH)))
                .isEqualTo(8);
    }

    @Test
    void other_files_pass_as_they_are() throws IOException {
        for (byte[] file : new byte[][] {{}, text("x"), text("%PDF-1.7 " + CANARY), text("RIFF1234WAVE" + CANARY)}) {
            assertThat(cleaned(file)).isEqualTo(file);
        }
    }

    @Test
    void what_is_broken_ends_and_grows_by_nothing() throws IOException {
        Random random = new Random(7);
        for (String format : new String[] {"jpg", "png"}) {
            byte[] sound = picture(format);
            for (int i = 0; i < 2_000; i++) {
                byte[] broken = Arrays.copyOf(sound, 12 + random.nextInt(sound.length - 12));
                for (int flips = random.nextInt(4); flips > 0; flips--) {
                    broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
                }
                assertThat(cleaned(broken).length).isLessThanOrEqualTo(broken.length);
            }
        }
    }

    private static byte[] cleaned(byte[] file) throws IOException {
        try (var in = CleanPicture.of(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 2_400; i++) {
            image.setRGB(i % 60, i / 60, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] segment(int code, byte[] data) {
        int length = data.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) code, (byte) (length >> 8), (byte) length}, data);
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(text(type));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(text(type))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] riff(String type, byte[] data) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(data.length)
                .array();
        return joined(text(type), length, data, new byte[data.length & 1]);
    }

    private static byte[] joined(byte[]... parts) {
        return CleanPicture.joined(parts);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
