package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Words that were erased lie in no answer, in no page, and in no file that was made from them. */
class ErasedWordsIT {

    private static final List<String> MADE_FROM_THE_DATABASE = List.of("blobs", "renderer", "index");

    private final Town town = new Town();
    private final String first = aWord();
    private final String second = aWord();

    @Test
    void erased_words_lie_in_no_answer_no_page_and_no_file() throws Exception {
        String entry = town.anEntry(first);
        town.awaitLive(town.publish(entry));
        assertThat(filesWith(first)).anyMatch(file -> file.startsWith("blobs"));
        String head = town.publisher
                .get(town.manage + "/entries/" + entry + "/translations/nl/draft")
                .json()
                .path("revision")
                .asString();
        var saved = town.publisher.put(
                town.manage + "/entries/" + entry + "/translations/nl/draft",
                "{\"basedOn\":\"" + head + "\",\"fields\":{\"title\":\"" + second + "\",\"body\":\"<p>" + second
                        + "</p>\"}}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        town.awaitLive(town.publish(entry));
        assertThat(filesWith(second)).anyMatch(file -> file.startsWith("blobs"));

        var erased = town.administrator
                .with("If-Match", "*")
                .post(town.manage + "/erasures", "{\"entry\":\"" + entry + "\"}");

        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        town.awaitLive(erased.json().path("version").asLong());
        awaitNoFileWith(first);
        awaitNoFileWith(second);
        for (String word : List.of(first, second)) {
            assertThat(town.visitor.get("/nieuws/" + word).text()).doesNotContain("Tekst van");
            assertThat(town.administrator
                            .get(town.delivery + "/changes?after=0")
                            .text())
                    .doesNotContain(word);
            assertThat(town.administrator
                            .get(town.delivery + "/search?q=" + word)
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    /** The sweep follows the render that went live. */
    private static void awaitNoFileWith(String word) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        List<String> left = filesWith(word);
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(250);
            left = filesWith(word);
        }
        assertThat(left).as("files with erased words").isEmpty();
    }

    private static List<String> filesWith(String word) throws IOException {
        Path data = RunningServer.shared().data();
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> MADE_FROM_THE_DATABASE.contains(
                            data.relativize(file).getName(0).toString()))
                    .filter(file -> text(file).contains(word))
                    .map(file -> data.relativize(file).toString())
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            // A file went away while the folder was read: whoever waits looks again.
            return List.of("(changing)");
        }
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
            if (packed) {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String aWord() {
        return "kanarie" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
