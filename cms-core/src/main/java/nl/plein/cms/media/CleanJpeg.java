package nl.plein.cms.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A JPEG file (ITU-T T.81, annex B) without comments, application data that are not needed to show it, and what comes after its end. */
final class CleanJpeg extends CleanPicture {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private enum At {
        SEGMENT,
        SCAN,
        BROKEN,
        END
    }

    private At here = At.SEGMENT;
    private int marker = -1;

    CleanJpeg(InputStream in) {
        super(in);
    }

    static boolean begins(byte[] magic) {
        return startsWith(magic, 0, "\u00ff\u00d8\u00ff");
    }

    @Override
    byte @Nullable [] next() throws IOException {
        return switch (here) {
            case SEGMENT -> segment();
            case SCAN -> scan();
            case BROKEN -> rest();
            case END -> null;
        };
    }

    private byte[] segment() throws IOException {
        int code = marker >= 0 ? marker : marker();
        marker = -1;
        if (code < 0) {
            return new byte[0];
        }
        if (code == SOI || code == 0x01 || code >= 0xd0 && code <= 0xd7) {
            return new byte[] {(byte) 0xff, (byte) code};
        }
        if (code == EOI) {
            here = At.END;
            return new byte[] {(byte) 0xff, (byte) EOI};
        }
        byte[] length = in.readNBytes(2);
        int count = length.length < 2 ? 0 : (length[0] & 0xff) << 8 | length[1] & 0xff;
        if (count < 2) {
            here = At.BROKEN;
            return joined(new byte[] {(byte) 0xff, (byte) code}, length);
        }
        byte[] data = in.readNBytes(count - 2);
        here = code == SOS ? At.SCAN : At.SEGMENT;
        return kept(code, data);
    }

    /** @return -1 if there is none where one must be */
    private int marker() throws IOException {
        int first = in.read();
        if (first != 0xff) {
            here = At.END;
            return -1;
        }
        int code = in.read();
        while (code == 0xff) {
            code = in.read();
        }
        if (code < 0) {
            here = At.END;
        }
        return code;
    }

    private static byte[] kept(int code, byte[] data) {
        if (code == COMMENT) {
            return new byte[0];
        }
        if (code < FIRST_APPLICATION || code > LAST_APPLICATION) {
            return written(code, data);
        }
        if (code == 0xe1 && startsWith(data, 0, "Exif\0\0")) {
            int turned = Upright.orientation(Arrays.copyOfRange(data, EXIF.length, data.length));
            return turned == 1 ? new byte[0] : written(code, joined(EXIF, Upright.block(turned)));
        }
        boolean shows = code == 0xe0 && startsWith(data, 0, "JFIF\0")
                || code == 0xe2 && startsWith(data, 0, "ICC_PROFILE\0")
                || code == 0xee && startsWith(data, 0, "Adobe");
        return shows ? written(code, data) : new byte[0];
    }

    private static byte[] written(int code, byte[] data) {
        int length = data.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) code, (byte) (length >> 8), (byte) length}, data);
    }

    /** Coded data up to the next marker that is not part of them. */
    private byte[] scan() throws IOException {
        byte[] block = new byte[16_384];
        int count = 0;
        while (count < block.length - 2) {
            int one = in.read();
            if (one < 0) {
                here = At.END;
                break;
            }
            if (one != 0xff) {
                block[count++] = (byte) one;
                continue;
            }
            int code = in.read();
            while (code == 0xff) {
                code = in.read();
            }
            if (code < 0) {
                here = At.END;
                break;
            }
            if (code != 0 && !(code >= 0xd0 && code <= 0xd7)) {
                marker = code;
                here = At.SEGMENT;
                break;
            }
            block[count++] = (byte) 0xff;
            block[count++] = (byte) code;
        }
        return Arrays.copyOf(block, count);
    }
}
