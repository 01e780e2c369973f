package nl.plein.site.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An uploaded picture whose header was read and found to be within bounds. Decoding happens on {@link #part}. */
final class Original implements AutoCloseable {
    /** Bytes. */
    static final int LARGEST = 32 << 20;

    /** Bytes of decoded pixels. Beyond it, fewer are decoded. */
    private static final long MOST_DECODED = 96L << 20;

    private static final int LONGEST_SIDE = 50_000;

    private final Kind kind;
    private final ImageReader reader;
    private final ImageInputStream in;
    private final Turn turn;
    private final int width;
    private final int height;

    private Original(Kind kind, ImageReader reader, ImageInputStream in, Turn turn, int width, int height) {
        this.kind = kind;
        this.reader = reader;
        this.in = in;
        this.turn = turn;
        this.width = width;
        this.height = height;
    }

    static Original open(InputStream bytes) throws Unfit, IOException {
        byte[] picture = bytes.readNBytes(LARGEST + 1);
        if (picture.length > LARGEST) {
            throw new Unfit("picture-too-large", "The file has more than 32 MiB: make it smaller.");
        }
        Kind kind = Kind.of(picture)
                .orElseThrow(() ->
                        new Unfit("no-picture", "Other sizes are made of JPEG, PNG, GIF and WebP pictures only."));
        ImageReader reader = kind.reader();
        ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture));
        try {
            reader.setInput(in, true, true);
            Original opened =
                    new Original(kind, reader, in, Exif.turn(kind, picture), reader.getWidth(0), reader.getHeight(0));
            opened.refuseGiants();
            return opened;
        } catch (IOException | RuntimeException broken) {
            reader.dispose();
            throw unreadable(broken);
        }
    }

    static boolean takes(String mediaType, long size, int width, int height) {
        return Kind.ofMediaType(mediaType)
                        .filter(kind -> isWithin(kind, width, height))
                        .isPresent()
                && size <= LARGEST;
    }

    private static boolean isWithin(Kind kind, int width, int height) {
        return width > 0
                && height > 0
                && (long) width * height <= kind.mostPixels()
                && Math.max(width, height) <= LONGEST_SIDE;
    }

    private void refuseGiants() throws Unfit {
        if (width < 1 || height < 1) {
            throw new Unfit("picture-unreadable", "The picture says that it has no size: save it again.");
        }
        if (!isWithin(kind, width, height)) {
            throw new Unfit(
                    "picture-too-large",
                    String.format(
                            Locale.ROOT,
                            "The picture has %d × %d pixels. Other sizes are made of %s pictures of up to %d million: make it smaller.",
                            width,
                            height,
                            kind,
                            kind.mostPixels() / 1_000_000));
        }
    }

    /** Pixels of the upright picture. */
    int width() {
        return turn.swaps() ? height : width;
    }

    /** Pixels of the upright picture. */
    int height() {
        return turn.swaps() ? width : height;
    }

    Turn turn() {
        return turn;
    }

    /** Stops {@link #part}, from another thread, as soon as the reader looks. */
    void abort() {
        reader.abort();
    }

    /**
     * Decodes a part, leaving out pixels while that leaves twice as many as are wanted.
     *
     * @param upright in pixels of the upright picture
     * @return the part as it is stored, not yet turned
     */
    BufferedImage part(Rectangle upright, int wantedWidth, int wantedHeight) throws Unfit {
        Rectangle stored = turn.stored(upright, width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(stored);
        try {
            int step = step(upright, wantedWidth, wantedHeight);
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage part = reader.read(0, param);
            if (part == null) {
                throw new IIOException("nothing in it");
            }
            return part;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw unreadable(broken);
        }
    }

    private int step(Rectangle part, int wantedWidth, int wantedHeight) throws IOException {
        int spare = Math.min(part.width / wantedWidth, part.height / wantedHeight);
        int step = Math.max(1, spare / 2);
        long bytes = (long) part.width * part.height * bytesPerPixel();
        while (bytes / ((long) step * step) > MOST_DECODED) {
            step++;
        }
        return step;
    }

    private int bytesPerPixel() throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 32;
        return Math.max(3, (bits + 7) / 8);
    }

    private static Unfit unreadable(Throwable cause) {
        return new Unfit(
                "picture-unreadable",
                "The picture can't be read: it is damaged or of a rare kind. Save it again.",
                cause);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
