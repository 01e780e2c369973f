package nl.plein.site.cli;

import java.io.PrintWriter;
import java.util.Locale;
import nl.plein.site.render.Progress;

/** Says how far a build is: one line that moves on a terminal, a plain line now and then elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private final long started = System.nanoTime();
    private long last = started;
    private boolean open;

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void made(int done, int total) {
        if (isTime()) {
            double seconds = (System.nanoTime() - started) / 1e9;
            double rate = done / Math.max(seconds, 0.001);
            say(String.format(
                    Locale.ROOT,
                    "%d/%d pages, %.0f a second, %.0f s left",
                    done,
                    total,
                    rate,
                    (total - done) / Math.max(rate, 0.001)));
        }
    }

    synchronized void say(String line) {
        if (terminal) {
            out.print("\r\u001b[K" + line);
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    private synchronized boolean isTime() {
        long now = System.nanoTime();
        if (now - last < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return false;
        }
        last = now;
        return true;
    }

    @Override
    public synchronized void close() {
        if (open) {
            out.print("\r\u001b[K");
            out.flush();
            open = false;
        }
    }
}
