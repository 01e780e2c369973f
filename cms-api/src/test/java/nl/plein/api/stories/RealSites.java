package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.api.server.Proof;
import org.junit.jupiter.api.Assumptions;

/** Texts of real sites that lie beside the project; a seeded part of them, or with {@code -Dplein.proof=full} all. */
final class RealSites {

    private static final long SEED = 20261125;
    private static final int PART = 60;

    private RealSites() {}

    /** Skips the running test where the texts are not. */
    static Path folder(String name) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/corpus/" + name + " is not beside the project");
        return found.orElseThrow();
    }

    /** Markdown files of a folder in order of name. @param always the end of a name that the part has too */
    static List<Path> texts(Path folder, String always) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(walk.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            assertThat(all).isNotEmpty();
            if (Proof.isFull()) {
                return all;
            }
            Collections.shuffle(all, new Random(SEED));
            List<Path> part = new ArrayList<>(all.subList(0, PART));
            all.stream()
                    .filter(file -> file.toString().endsWith(always) && !part.contains(file))
                    .forEach(part::add);
            Collections.sort(part);
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts, and every picture of the site. */
    static byte[] zip(Path root, List<Path> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(root)) {
            List<Path> files = new ArrayList<>(texts);
            walk.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g|gif)"))
                    .sorted()
                    .forEach(files::add);
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
