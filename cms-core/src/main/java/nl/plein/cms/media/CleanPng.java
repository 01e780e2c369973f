package nl.plein.cms.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A PNG file without texts, moments and signatures, and without what comes after its end. */
final class CleanPng extends CleanPicture {

    private static final String MAGIC = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> LEFT_OUT = Set.of("tEXt", "zTXt", "iTXt", "tIME", "caBX", "dSIG");
    private static final int LARGEST_EXIF = 1 << 20;
    private static final int CHECK_SUM = 4;

    private boolean begun;
    private boolean ended;
    private long passing;

    CleanPng(InputStream in) {
        super(in);
    }

    static boolean begins(byte[] magic) {
        return startsWith(magic, 0, MAGIC);
    }

    @Override
    byte @Nullable [] next() throws IOException {
        if (!begun) {
            begun = true;
            return in.readNBytes(MAGIC.length());
        }
        if (passing > 0) {
            byte[] block = in.readNBytes((int) Math.min(passing, 16_384));
            passing = block.length == 0 ? 0 : passing - block.length;
            return block;
        }
        return ended ? null : chunk();
    }

    private byte @Nullable [] chunk() throws IOException {
        byte[] head = in.readNBytes(8);
        if (head.length < 8) {
            ended = true;
            return head;
        }
        long length = ByteBuffer.wrap(head).getInt() & 0xffff_ffffL;
        String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
        if (LEFT_OUT.contains(type) || type.equals("eXIf") && length > LARGEST_EXIF) {
            leaveOut(length + CHECK_SUM);
            return new byte[0];
        }
        if (type.equals("eXIf")) {
            int turned = Upright.orientation(in.readNBytes((int) length));
            leaveOut(CHECK_SUM);
            return turned == 1 ? new byte[0] : written(type, Upright.block(turned));
        }
        passing = length + CHECK_SUM;
        ended = type.equals("IEND");
        return head;
    }

    private void leaveOut(long count) throws IOException {
        for (long left = count; left > 0; ) {
            int read = in.readNBytes((int) Math.min(left, 16_384)).length;
            if (read == 0) {
                return;
            }
            left -= read;
        }
    }

    private static byte[] written(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
