package nl.plein.cms.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What a file is, by its first bytes. Pictures are measured from their headers; nothing is decoded.
 *
 * @param width  pixels of the upright picture; 0 if it is none
 * @param height pixels of the upright picture; 0 if it is none
 */
public record FileType(String mediaType, String extension, int width, int height) {

    /** How many bytes of a file are looked at. */
    public static final int HEAD = 1 << 18;

    private static final FileType UNKNOWN = new FileType("application/octet-stream", "bin", 0, 0);

    static FileType of(BlobStore blobs, String sha256) {
        try (InputStream in = blobs.open(sha256).orElseThrow()) {
            return of(in.readNBytes(HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + sha256 + " can't be read", e);
        }
    }

    /** @param head the first {@link #HEAD} bytes, or all of a shorter file */
    public static FileType of(byte[] head) {
        if (starts(head, 0, "RIFF") && starts(head, 8, "WEBP")) {
            return webp(head);
        }
        if (starts(head, 0, "%PDF-")) {
            return new FileType("application/pdf", "pdf", 0, 0);
        }
        if (starts(head, 0, "PK\u0003\u0004")) {
            return new FileType("application/zip", "zip", 0, 0);
        }
        if (looksLikeSvg(head)) {
            return new FileType("image/svg+xml", "svg", 0, 0);
        }
        return raster(head);
    }

    private static FileType raster(byte[] head) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(head))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return UNKNOWN;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return switch (reader.getFormatName().toLowerCase(java.util.Locale.ROOT)) {
                    case "png" -> new FileType("image/png", "png", reader.getWidth(0), reader.getHeight(0));
                    case "jpeg", "jpg" -> jpeg(head, reader.getWidth(0), reader.getHeight(0));
                    case "gif" -> new FileType("image/gif", "gif", reader.getWidth(0), reader.getHeight(0));
                    default -> UNKNOWN;
                };
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** Measured as browsers show it: upright. */
    private static FileType jpeg(byte[] head, int width, int height) {
        return JpegOrientation.swapsSides(head)
                ? new FileType("image/jpeg", "jpg", height, width)
                : new FileType("image/jpeg", "jpg", width, height);
    }

    /** WebP container, RFC 9649: the measures stand in the first chunk, in one of three layouts. */
    private static FileType webp(byte[] head) {
        int width = 0;
        int height = 0;
        if (starts(head, 12, "VP8X") && head.length >= 30) {
            width = 1 + little(head, 24, 3);
            height = 1 + little(head, 27, 3);
        } else if (starts(head, 12, "VP8L") && head.length >= 25) {
            int bits = little(head, 21, 4);
            width = 1 + (bits & 0x3fff);
            height = 1 + (bits >>> 14 & 0x3fff);
        } else if (starts(head, 12, "VP8 ") && head.length >= 30) {
            width = little(head, 26, 2) & 0x3fff;
            height = little(head, 28, 2) & 0x3fff;
        }
        return new FileType("image/webp", "webp", width, height);
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private static boolean looksLikeSvg(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 2_000), StandardCharsets.UTF_8).stripLeading();
        return text.startsWith("<svg") || (text.startsWith("<") && text.contains("<svg"));
    }

    private static boolean starts(byte[] bytes, int from, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= from + expected.length
                && java.util.Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }
}
