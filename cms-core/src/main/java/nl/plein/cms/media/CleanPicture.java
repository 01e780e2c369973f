package nl.plein.cms.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an upload without what a camera or a program wrote beside the picture: where and when it was taken, with what, by
 * whom, earlier states and thumbnails. Of JPEG, PNG and WebP; anything else, and what is broken, passes as it is. The picture itself is
 * never coded anew; how it is to be turned, and its colours, stay.
 */
abstract class CleanPicture extends InputStream {

    private static final int LONGEST_MAGIC = 12;

    /** Of the file that comes in. */
    protected final InputStream in;

    private byte[] pending = {};
    private int at;

    CleanPicture(InputStream in) {
        this.in = in;
    }

    /** Closing it closes the upload. */
    static InputStream of(InputStream upload) throws IOException {
        var in = new BufferedInputStream(upload, 16_384);
        in.mark(LONGEST_MAGIC);
        byte[] magic = in.readNBytes(LONGEST_MAGIC);
        in.reset();
        if (CleanJpeg.begins(magic)) {
            return new CleanJpeg(in);
        }
        if (CleanPng.begins(magic)) {
            return new CleanPng(in);
        }
        return CleanWebp.begins(magic) ? new CleanWebp(in) : in;
    }

    /** The next bytes to pass on. @return null at the end; may be empty */
    abstract byte @Nullable [] next() throws IOException;

    @Override
    public int read() throws IOException {
        return fill() ? pending[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(most, pending.length - at);
        System.arraycopy(pending, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == pending.length) {
            byte[] more = next();
            if (more == null) {
                return false;
            }
            pending = more;
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A block of what is left, as it is. @return null at the end */
    byte @Nullable [] rest() throws IOException {
        byte[] block = in.readNBytes(16_384);
        return block.length == 0 ? null : block;
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static boolean startsWith(byte[] bytes, int from, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= from + wanted.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
