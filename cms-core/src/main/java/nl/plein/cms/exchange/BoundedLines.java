package nl.plein.cms.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes that somebody else wrote: none is longer than a row can be, whatever the file is. */
final class BoundedLines {

    /** The longest column has 1 Mi characters, of at most 6 bytes each where they are escaped; a row has few of them. */
    static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;

    BoundedLines(InputStream in) {
        this.in = in;
    }

    /**
     * @return the next line without its line feed; null after the last
     * @throws Archive.Unreadable if it is longer than {@link #LONGEST} bytes, or the last one is not ended
     */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > LONGEST) {
                throw new Archive.Unreadable("A line is longer than " + LONGEST + " bytes.");
            }
            if (end < until) {
                from = end + 1;
                return line.toByteArray();
            }
            from = 0;
            until = Math.max(0, in.read(buffer));
            if (until == 0) {
                if (line.size() > 0) {
                    throw new Archive.Unreadable("The last line is not ended.");
                }
                return null;
            }
        }
    }
}
