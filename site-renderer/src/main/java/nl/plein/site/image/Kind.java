package nl.plein.site.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The formats that are read, by their first bytes. Each has one reader, named here: none is taken because it lies on a class path. */
enum Kind {
    JPEG(60_000_000),
    PNG(60_000_000),
    /** The first picture of an animated one. */
    GIF(20_000_000),
    /** Decoded as a whole before it is scaled, hence the lower bound. */
    WEBP(20_000_000);

    private final int mostPixels;

    Kind(int mostPixels) {
        this.mostPixels = mostPixels;
    }

    int mostPixels() {
        return mostPixels;
    }

    static Optional<Kind> of(byte[] head) {
        if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (starts(head, 0, "GIF8")) {
            return Optional.of(GIF);
        }
        return starts(head, 0, "RIFF") && starts(head, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    static Optional<Kind> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> mediaType.equals("image/" + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** WebP by a reader in Java, never by native code: the bytes come from strangers. JPEG by one that knows print colours, too. */
    ImageReader reader() throws IOException {
        return switch (this) {
            case JPEG -> jpeg().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case PNG, GIF -> ofJava(name()).createReaderInstance(null);
        };
    }

    private static ImageReaderSpi jpeg() {
        JPEGImageReaderSpi reader = new JPEGImageReaderSpi();
        reader.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
        return reader;
    }

    private static ImageReaderSpi ofJava(String name) {
        var readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReaderSpi reader = readers.next().getOriginatingProvider();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java reads no " + name);
    }

    private static boolean starts(byte[] bytes, int from, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }
}
