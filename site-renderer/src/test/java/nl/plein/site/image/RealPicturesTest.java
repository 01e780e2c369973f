package nl.plein.site.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every picture of the corpus beside the project, and what only calls itself one. */
class RealPicturesTest {
    private static final long MOST_NANOS_EACH = 10_000_000_000L;

    private final MakeRendition make = new MakeRendition(Thread::new);

    @Test
    void each_is_made_or_refused_with_a_reason_and_none_hangs() throws Exception {
        List<Path> pictures = pictures();
        List<String> wrong = new ArrayList<>();
        int made = 0;
        int refused = 0;
        for (Path picture : pictures) {
            byte[] bytes = Files.readAllBytes(picture);
            for (Rendition wanted : List.of(
                    Rendition.whole(640, Format.WEBP), new Rendition(320, 180, new Focus(0.3, 0.7), Format.JPEG))) {
                long start = System.nanoTime();
                try {
                    var rendition = make.of(new ByteArrayInputStream(bytes), wanted);
                    made++;
                    if (rendition.width() > wanted.width() || rendition.bytes().length == 0) {
                        wrong.add(picture + " became " + rendition.width() + " pixels wide");
                    }
                } catch (Unfit unfit) {
                    refused++;
                    if (unfit.reason().length() < 20) {
                        wrong.add(picture + " was refused without a reason");
                    }
                }
                if (System.nanoTime() - start > MOST_NANOS_EACH) {
                    wrong.add(picture + " took too long");
                }
            }
        }
        System.out.printf(Locale.ROOT, "figure pictures=%d renditions=%d refused=%d%n", pictures.size(), made, refused);

        assertThat(wrong).isEmpty();
        assertThat(made).isGreaterThan(refused);
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(corpus())) {
            return files.filter(Files::isRegularFile)
                    .filter(RealPicturesTest::isOrSaysPicture)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOrSaysPicture(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp|svg|tiff?|bmp)")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return Kind.of(in.readNBytes(16)).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path corpus() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/corpus is not beside the project");
        return found.orElseThrow();
    }
}
