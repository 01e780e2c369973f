package nl.plein.cms.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How the camera was held, from the segments of a JPEG file (ITU-T T.81, B.1.1.3; Exif 2.32, 4.6.4). */
final class JpegOrientation {

    private static final int TAG = 0x0112;
    private static final int MOST_TAGS = 1_000;

    private JpegOrientation() {}

    /** @return whether width and height change places when the picture is turned upright */
    static boolean swapsSides(byte[] head) {
        try {
            int orientation = read(ByteBuffer.wrap(head));
            return orientation >= 5 && orientation <= 8;
        } catch (IndexOutOfBoundsException broken) {
            return false;
        }
    }

    private static int read(ByteBuffer in) {
        int at = 2;
        while ((in.get(at) & 0xff) == 0xff) {
            int marker = in.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xda || marker == 0xd9) {
                return 1;
            }
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && isExif(in, at + 4)) {
                return tiff(in.slice(at + 10, Math.min(length - 8, in.limit() - at - 10)));
            }
            at += 2 + Math.max(2, length);
        }
        return 1;
    }

    private static boolean isExif(ByteBuffer in, int from) {
        byte[] name = new byte[4];
        in.get(from, name);
        return new String(name, StandardCharsets.ISO_8859_1).equals("Exif");
    }

    static int tiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = Math.min(MOST_TAGS, tiff.getShort(directory) & 0xffff);
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + 12 * i;
            if ((tiff.getShort(tag) & 0xffff) == TAG) {
                return tiff.getShort(tag + 8);
            }
        }
        return 1;
    }
}
