package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and lines at the sizes where formats and buffers end. */
class LargeArchiveTest {

    private static final int MEMBERS = 66_000;
    private static final Archive.Bounds BOUNDS = new Archive.Bounds(100_000, 1 << 20, 200);

    @TempDir
    Path folder;

    @Test
    void an_archive_of_more_members_than_16_bits_can_count_is_read_whole() throws IOException {
        Path zip = anArchive();

        try (Archive archive = Archive.open(zip, BOUNDS)) {
            assertThat(archive.members()).hasSize(MEMBERS);
            ArchiveMember last = archive.members().get(MEMBERS - 1);
            assertThat(archive.read(last, 100)).isEqualTo("65999".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Archive.open(zip, Archive.Bounds.USUAL))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("more than 50000 members");
    }

    @Test
    void a_record_for_large_archives_that_leads_nowhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(anArchive());
        int locator = whole.length - 22 - 20;
        for (int at : new int[] {locator, locator + 8, locator + 15, locator - 56, locator - 56 + 39}) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x7f;
            Path file = Files.write(folder.resolve("broken.zip"), broken);
            assertThatThrownBy(() -> Archive.open(file, BOUNDS)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void lines_are_read_across_buffers_up_to_the_longest() throws IOException {
        byte[] bytes = new byte[BoundedLines.LONGEST + 1];
        Arrays.fill(bytes, (byte) 'x');
        bytes[0] = '\n';
        bytes[70_000] = '\n';
        bytes[bytes.length - 1] = '\n';
        var lines = new BoundedLines(new ByteArrayInputStream(bytes));

        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).hasSize(69_999);
        assertThat(lines.next()).hasSize(BoundedLines.LONGEST - 70_000 - 1);
        assertThat(lines.next()).isNull();
    }

    @Test
    void a_longer_line_and_one_that_is_not_ended_are_refused() {
        byte[] bytes = new byte[BoundedLines.LONGEST + 2];
        bytes[bytes.length - 1] = '\n';

        assertThatThrownBy(() -> new BoundedLines(new ByteArrayInputStream(bytes)).next())
                .isInstanceOf(Archive.Unreadable.class)
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> new BoundedLines(new ByteArrayInputStream(new byte[] {'x'})).next())
                .isInstanceOf(Archive.Unreadable.class)
                .hasMessageContaining("not ended");
    }

    private Path anArchive() throws IOException {
        Path zip = folder.resolve("large.zip");
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            for (int i = 0; i < MEMBERS; i++) {
                out.putNextEntry(new ZipEntry(String.valueOf(i)));
                out.write(String.valueOf(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
