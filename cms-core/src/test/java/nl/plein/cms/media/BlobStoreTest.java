package nl.plein.cms.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {

    @TempDir
    Path folder;

    BlobStore blobs;

    @BeforeEach
    void open() {
        Settings settings = name -> name.equals("plein.data") ? Optional.of(folder.toString()) : Optional.empty();
        blobs = new FolderBlobStore(settings, Clock.systemUTC());
    }

    @Test
    void bytes_come_back_under_the_name_of_their_hash() throws IOException {
        byte[] bytes = "Hallo plein".getBytes(StandardCharsets.UTF_8);

        String name = blobs.put(bytes);

        assertThat(name).isEqualTo(Hashes.sha256(bytes));
        try (InputStream in = blobs.open(name).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void equal_bytes_are_stored_once() {
        blobs.put("x".getBytes(StandardCharsets.UTF_8));
        blobs.put(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));

        List<String> names = new ArrayList<>();
        blobs.each(names::add);
        assertThat(names).containsExactly(Hashes.sha256("x"));
    }

    @Test
    void a_name_that_is_no_hash_reaches_no_file() {
        assertThatThrownBy(() -> blobs.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deleted_blob_is_gone() {
        String name = blobs.put(new byte[] {1, 2, 3});
        blobs.delete(name);
        blobs.delete(name);

        assertThat(blobs.has(name)).isFalse();
        assertThat(blobs.open(name)).isEmpty();
    }

    @Test
    void a_sweep_takes_what_is_not_needed_and_leaves_the_rest() {
        String needed = blobs.put(new byte[] {1});
        String unneeded = blobs.put(new byte[] {2});

        long swept = blobs.sweep((name, last) -> !name.equals(needed));

        assertThat(swept).isEqualTo(1);
        assertThat(blobs.has(needed)).isTrue();
        assertThat(blobs.has(unneeded)).isFalse();
    }

    @Test
    void what_somebody_asks_for_or_stores_again_is_young_again() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        String asked = blobs.put(new byte[] {1});
        String stored = blobs.put(new byte[] {2});
        String left = blobs.put(new byte[] {3});
        for (String name : List.of(asked, stored, left)) {
            Files.setLastModifiedTime(file(name), FileTime.from(yesterday));
        }

        blobs.has(asked);
        blobs.put(new ByteArrayInputStream(new byte[] {2}));
        blobs.sweep((name, last) -> last.isBefore(yesterday.plusSeconds(60)));

        assertThat(blobs.has(asked)).isTrue();
        assertThat(blobs.has(stored)).isTrue();
        assertThat(blobs.has(left)).isFalse();
    }

    @Test
    void what_is_asked_for_while_it_is_being_swept_comes_back() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        String name = blobs.put(new byte[] {1});
        Files.setLastModifiedTime(file(name), FileTime.from(yesterday));

        blobs.sweep((swept, last) -> {
            boolean old = last.isBefore(yesterday.plusSeconds(60));
            blobs.has(swept);
            return old;
        });

        assertThat(blobs.open(name)).isPresent();
    }

    @Test
    void what_a_killed_sweep_was_at_is_put_back_by_the_next() throws IOException {
        String name = blobs.put(new byte[] {1});
        Files.move(file(name), folder.resolve("blobs/incoming/" + name + ".swept"));

        blobs.sweep((swept, last) -> false);

        assertThat(blobs.open(name)).isPresent();
    }

    private Path file(String name) {
        return folder.resolve("blobs").resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    @Test
    void the_type_of_a_file_is_what_its_bytes_say() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);

        assertThat(FileType.of(png.toByteArray())).isEqualTo(new FileType("image/png", "png", 30, 20));
        assertThat(FileType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).mediaType())
                .isEqualTo("application/pdf");
        assertThat(FileType.of("<?xml?><svg/>".getBytes(StandardCharsets.US_ASCII))
                        .mediaType())
                .isEqualTo("image/svg+xml");
        assertThat(FileType.of("<script>".getBytes(StandardCharsets.US_ASCII)).mediaType())
                .isEqualTo("application/octet-stream");
    }
}
