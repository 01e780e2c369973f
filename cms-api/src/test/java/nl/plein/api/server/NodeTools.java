package nl.plein.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs that run on Node, fetched by the build into {@code target/npm}. Where it could not, what needs them is skipped, or
 * fails if the build was told {@code -Dplein.node=required}.
 */
public final class NodeTools {

    private static final Path PROGRAMS = Path.of("target/npm/node_modules/.bin").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 120;

    private NodeTools() {}

    /** @return what it said */
    public static String run(Path folder, String program, String... arguments) {
        return said(folder, 0, program, arguments);
    }

    /** Of a program that finds fault. @return what it said */
    public static String fails(Path folder, String program, String... arguments) {
        return said(folder, 1, program, arguments);
    }

    private static String said(Path folder, int status, String program, String... arguments) {
        boolean isThere = Files.isExecutable(PROGRAMS.resolve(program));
        if ("required".equals(System.getProperty("plein.node"))) {
            assertThat(isThere).as(program + " is in " + PROGRAMS).isTrue();
        }
        assumeTrue(isThere, "skipped: " + program + " is not in " + PROGRAMS + ", which npm fills");
        List<String> command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        try {
            File output = File.createTempFile(program, ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(program + " ends")
                    .isTrue();
            String said = Files.readString(output.toPath());
            assertThat(output.delete()).isTrue();
            assertThat(process.exitValue() == 0 ? 0 : 1).as(said).isEqualTo(status);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
