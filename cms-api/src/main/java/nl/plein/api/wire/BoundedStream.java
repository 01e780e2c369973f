package nl.plein.api.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.plein.api.problem.Refused;

/** A body of unknown length that is refused (413) as soon as it is longer than its route takes. */
public final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long read;

    public BoundedStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        read += more;
        if (read > limit) {
            throw Refused.tooLarge(limit);
        }
    }
}
