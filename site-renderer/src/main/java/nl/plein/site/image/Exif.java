package nl.plein.site.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How the camera was held. All else that stands in a picture's metadata is not looked at, and gets into no rendition. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_TAGS = 1_000;

    private Exif() {}

    static Turn turn(Kind kind, byte[] picture) {
        try {
            return switch (kind) {
                case JPEG -> jpeg(ByteBuffer.wrap(picture));
                case PNG -> png(ByteBuffer.wrap(picture));
                case WEBP -> webp(ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN));
                case GIF -> Turn.NONE;
            };
        } catch (IndexOutOfBoundsException broken) {
            return Turn.NONE;
        }
    }

    /** Segments of ITU-T T.81, B.1.1.3, up to the picture itself. */
    private static Turn jpeg(ByteBuffer in) {
        int at = 2;
        while ((in.get(at) & 0xff) == 0xff) {
            int marker = in.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xda || marker == 0xd9) {
                return Turn.NONE;
            }
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && name(in, at + 4).equals("Exif")) {
                return tiff(in, at + 10, length - 8);
            }
            at += 2 + Math.max(2, length);
        }
        return Turn.NONE;
    }

    private static Turn png(ByteBuffer in) {
        long at = 8;
        while (at + 8 <= in.limit()) {
            long length = in.getInt((int) at) & 0xffffffffL;
            if (name(in, (int) at + 4).equals("eXIf")) {
                return tiff(in, (int) at + 8, (int) Math.min(length, Integer.MAX_VALUE));
            }
            at += 12 + length;
        }
        return Turn.NONE;
    }

    private static Turn webp(ByteBuffer in) {
        long at = 12;
        while (at + 8 <= in.limit()) {
            long length = in.getInt((int) at + 4) & 0xffffffffL;
            if (name(in, (int) at).equals("EXIF")) {
                int skip = name(in, (int) at + 8).equals("Exif") ? 6 : 0;
                return tiff(in, (int) at + 8 + skip, (int) Math.min(length, Integer.MAX_VALUE) - skip);
            }
            at += 8 + length + (length & 1);
        }
        return Turn.NONE;
    }

    /** The first directory of TIFF 6.0, section 2. */
    private static Turn tiff(ByteBuffer in, int from, int length) {
        ByteBuffer tiff = in.slice(from, Math.min(length, in.limit() - from));
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = Math.min(MOST_TAGS, tiff.getShort(directory) & 0xffff);
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + 12 * i;
            if ((tiff.getShort(tag) & 0xffff) == ORIENTATION) {
                return Turn.of(tiff.getShort(tag + 8));
            }
        }
        return Turn.NONE;
    }

    private static String name(ByteBuffer in, int from) {
        byte[] name = new byte[4];
        in.get(from, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
