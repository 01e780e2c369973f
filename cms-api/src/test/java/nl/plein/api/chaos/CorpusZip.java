package nl.plein.api.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;

/** The texts of a real site that lies beside the project, as an archive. */
final class CorpusZip {

    private CorpusZip() {}

    /** @param folders the texts lie below each of them, as often as there are folders; skips the running test where the site is not */
    static byte[] of(String site, List<String> folders) throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus").resolve(site))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/corpus/" + site + " is not beside the project");
        Path root = found.orElseThrow();
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(root.resolve("content"))) {
            List<Path> texts = walk.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(texts).isNotEmpty();
            for (String folder : folders) {
                for (Path text : texts) {
                    out.putNextEntry(new ZipEntry(folder + root.relativize(text)));
                    Files.copy(text, out);
                }
            }
        }
        return bytes.toByteArray();
    }
}
