package nl.plein.cms.media;

import java.nio.ByteBuffer;

/** An Exif block (TIFF) that says how a picture is to be turned, and nothing else. */
final class Upright {

    /** Bytes of the block. */
    static final int LENGTH = 26;

    private static final short TAG = 0x0112;
    private static final short UNSIGNED_SHORT = 3;

    private Upright() {}

    /** @param orientation 1 to 8 (Exif 2.32, 4.6.4) */
    static byte[] block(int orientation) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(UNSIGNED_SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** @return 1, upright, also for what can't be read */
    static int orientation(byte[] tiff) {
        try {
            int said = JpegOrientation.tiff(ByteBuffer.wrap(tiff).slice());
            return said >= 1 && said <= 8 ? said : 1;
        } catch (IndexOutOfBoundsException broken) {
            return 1;
        }
    }
}
