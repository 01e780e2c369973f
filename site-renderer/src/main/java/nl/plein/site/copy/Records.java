package nl.plein.site.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** How a text lies in the store: a checksum, then UTF-8. The store checks its chunks when it opens, not the pages it reads later. */
final class Records {
    private static final int CHECKSUM = Integer.BYTES;

    private Records() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(CHECKSUM + bytes.length)
                .putInt(checksum(bytes))
                .put(bytes)
                .array();
    }

    static String text(byte[] record) {
        byte[] bytes = record.length < CHECKSUM ? new byte[0] : Arrays.copyOfRange(record, CHECKSUM, record.length);
        if (record.length < CHECKSUM || ByteBuffer.wrap(record).getInt() != checksum(bytes)) {
            throw new Corrupt("A record of the local copy does not match its checksum.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
