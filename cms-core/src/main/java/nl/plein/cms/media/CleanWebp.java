package nl.plein.cms.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file (RIFF) whose Exif says how it is to be turned and nothing else, and whose XMP is empty. Its length stays, as the file
 * names it at its beginning; what comes after it is left out.
 */
final class CleanWebp extends CleanPicture {

    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int XMP_FLAG = 0x04;

    private boolean begun;
    private long left;
    private long passing;
    private long blank;

    CleanWebp(InputStream in) {
        super(in);
    }

    static boolean begins(byte[] magic) {
        return startsWith(magic, 0, "RIFF") && startsWith(magic, 8, "WEBP");
    }

    @Override
    byte @Nullable [] next() throws IOException {
        if (!begun) {
            begun = true;
            byte[] head = in.readNBytes(HEAD);
            left = (ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffff_ffffL) - 4;
            return head;
        }
        if (passing + blank > 0) {
            return data();
        }
        return left < CHUNK_HEAD ? null : chunk();
    }

    private byte @Nullable [] chunk() throws IOException {
        byte[] head = in.readNBytes(CHUNK_HEAD);
        if (head.length < CHUNK_HEAD) {
            left = 0;
            return head;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffff_ffffL;
        long padded = length + (length & 1);
        left -= CHUNK_HEAD + padded;
        switch (new String(head, 0, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> {
                passing = Math.max(0, padded - 1);
                int flags = length == 0 ? -1 : in.read();
                return flags < 0 ? head : joined(head, new byte[] {(byte) (flags & ~XMP_FLAG)});
            }
            case "XMP " -> {
                blank = padded;
                return joined("JUNK".getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOfRange(head, 4, CHUNK_HEAD));
            }
            case "EXIF" -> {
                return exif(head, padded);
            }
            default -> {
                passing = padded;
                return head;
            }
        }
    }

    /** As long as it was. */
    private byte[] exif(byte[] head, long padded) throws IOException {
        byte[] start = in.readNBytes((int) Math.min(padded, 1 << 20));
        blank = padded - start.length;
        int from = startsWith(start, 0, "Exif\0\0") ? 6 : 0;
        byte[] block = Upright.block(Upright.orientation(Arrays.copyOfRange(start, from, start.length)));
        byte[] said = start.length < Upright.LENGTH ? new byte[start.length] : Arrays.copyOf(block, start.length);
        return joined(head, said);
    }

    private byte[] data() throws IOException {
        byte[] block = in.readNBytes((int) Math.min(passing + blank, 16_384));
        if (block.length == 0) {
            passing = 0;
            blank = 0;
            left = 0;
        } else if (passing > 0) {
            int passed = (int) Math.min(passing, block.length);
            passing -= passed;
            Arrays.fill(block, passed, block.length, (byte) 0);
            blank -= block.length - passed;
        } else {
            blank -= block.length;
            Arrays.fill(block, (byte) 0);
        }
        return block;
    }
}
