package nl.plein.api.delivery;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends an answer, and remembers what it sent. */
final class CopyingResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(8_192);
    private @Nullable Copying out;

    CopyingResponse(HttpServletResponse response) {
        super(response);
    }

    /** @return empty if nothing was written by the stream, be it that there was nothing or another way was taken */
    Optional<byte[]> copied() {
        return copy.size() == 0 ? Optional.empty() : Optional.of(copy.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        Copying open = out;
        if (open == null) {
            open = new Copying(super.getOutputStream());
            out = open;
        }
        return open;
    }

    @Override
    public void reset() {
        super.reset();
        copy.reset();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        copy.reset();
    }

    private final class Copying extends ServletOutputStream {
        private final ServletOutputStream to;

        Copying(ServletOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
            copy.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            copy.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
