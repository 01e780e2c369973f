package nl.plein.cms.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real content and attacks that lie beside the project; tests that use them are skipped where they are not. */
public final class Corpus {

    private Corpus() {}

    /** Skips the running test, with a message, if the folder is not on this machine. */
    public static Path folder(String name) {
        Optional<Path> found = find(name);
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/corpus/" + name + " is not beside the project");
        return found.orElseThrow();
    }

    public static Optional<Path> find(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/corpus").resolve(name);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
