package nl.plein.site.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compressed files beside their originals, for servers that send those. Equal bytes give equal bytes: no moment, no name. */
public final class Gzip {
    /** What a compressed file has after the name of its original. */
    public static final String ENDING = ".gz";

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 2, (byte) 255};
    private static final int TRAILER = 8;
    private static final int WORTH_IT = 1_024;
    private static final Set<String> TEXTS =
            Set.of("html", "css", "js", "mjs", "json", "xml", "txt", "svg", "ics", "csv", "webmanifest", "map");

    private Gzip() {}

    /** @param path of a file; its ending tells what it is */
    static boolean suits(String path, long size) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return size >= WORTH_IT && TEXTS.contains(ending);
    }

    static byte[] of(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + HEADER.length);
        out.writeBytes(HEADER);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        out.writeBytes(trailer(bytes));
        return out.toByteArray();
    }

    /** Whether a compressed file is one of these bytes, as its check sum and length tell. */
    static boolean isOf(Path file, byte[] bytes) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) < HEADER.length + TRAILER) {
            return false;
        }
        byte[] end = new byte[TRAILER];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - TRAILER);
            in.readFully(end);
        }
        return Arrays.equals(end, trailer(bytes));
    }

    private static byte[] trailer(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(bytes.length)
                .array();
    }
}
