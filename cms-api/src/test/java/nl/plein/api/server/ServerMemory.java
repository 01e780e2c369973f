package nl.plein.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server process holds. Its heap is what a full collection leaves, which {@code jcmd GC.run} asks for and the collector's
 * log tells: garbage does not count.
 */
public final class ServerMemory {

    private static final Pattern FULL = Pattern.compile("Pause Full [^\n]* \\d+M->(\\d+)M");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final double KIB = 1024.0;

    private final long process;
    private final Path log;

    /** @param log a file to which the server's collector is to write */
    ServerMemory(long process, Path log) {
        this.process = process;
        this.log = log;
        jcmd("VM.log", "output=" + log, "what=gc=info");
    }

    /** MiB of objects that are in use, as a full collection leaves them. */
    public double heap() {
        jcmd("GC.run");
        try {
            Matcher full = FULL.matcher(Files.readString(log));
            String left = "";
            while (full.find()) {
                left = full.group(1);
            }
            return Double.parseDouble(left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** MiB of memory that the process had at its highest since the last {@link #forgetPeak}. */
    public double peak() {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            if (!peak.find()) {
                throw new IllegalStateException("the system tells no peak");
            }
            return Double.parseDouble(peak.group(1)) / KIB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code proc(5)} describes {@code clear_refs}. */
    public void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/" + process + "/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void jcmd(String... command) {
        try {
            Path java = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            List<String> whole = new ArrayList<>(List.of(java.toString(), Long.toString(process)));
            whole.addAll(List.of(command));
            Process asked = new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!asked.waitFor(60, TimeUnit.SECONDS) || asked.exitValue() != 0) {
                throw new IllegalStateException(whole + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
