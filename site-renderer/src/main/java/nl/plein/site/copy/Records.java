package nl.plein.site.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** How a text lies in the store: a checksum, then UTF-8. The store checks its chunks when it opens, not the pages it reads later. */
final class Records {
    static final int CHECKSUM = Integer.BYTES;

    private Records() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(CHECKSUM + bytes.length)
                .putInt(checksum(bytes, 0, bytes.length))
                .put(bytes)
                .array();
    }

    static String text(byte[] record) {
        check(record);
        return new String(record, CHECKSUM, record.length - CHECKSUM, StandardCharsets.UTF_8);
    }

    /** @throws Corrupt if the record is not what was written */
    static void check(byte[] record) {
        if (record.length < CHECKSUM
                || ByteBuffer.wrap(record).getInt() != checksum(record, CHECKSUM, record.length - CHECKSUM)) {
            throw new Corrupt("A record of the local copy does not match its checksum.");
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
