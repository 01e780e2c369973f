package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.testkit.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    Path folder;

    @Test
    void an_archive_gives_its_files_one_by_one() throws IOException {
        Path zip = Zips.of(folder, Map.of("posts/één.md", "# Één", "posts/two.md", "two"));

        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL)) {
            assertThat(archive.files()).extracting(ArchiveMember::name).containsExactly("posts/two.md", "posts/één.md");
            assertThat(archive.read(archive.files().get(1), 100)).isEqualTo("# Één".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_member_that_wants_to_be_written_elsewhere_refuses_the_archive() {
        for (String name : new String[] {"../up.md", "a/../../up.md", "/etc/passwd", "C:\\x.md", "a\\..\\..\\b.md"}) {
            refused(Zips.of(folder, Map.of(name, "x")), "outside");
        }
    }

    @Test
    void a_symbolic_link_is_no_file() throws IOException {
        Path zip = Zips.of(folder, Map.of("link.md", "/etc/passwd"));
        Zips.patchDirectory(zip, 4, new byte[] {20, 3});
        Zips.patchDirectory(zip, 38, new byte[] {0, 0, (byte) 0xff, (byte) 0xa1});

        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL)) {
            assertThat(archive.members()).extracting(ArchiveMember::kind).containsExactly(ArchiveMember.Kind.SYMLINK);
            assertThat(archive.files()).isEmpty();
        }
    }

    @Test
    void too_many_members_refuse_the_archive() {
        var files = new TreeMap<String, String>();
        for (int i = 0; i < 11; i++) {
            files.put(i + ".md", "x");
        }

        assertThatThrownBy(() -> Archive.open(Zips.of(folder, files), new Archive.Bounds(10, 1_000, 10)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("more than 10 members");
    }

    @Test
    void more_bytes_than_the_bound_refuse_the_archive() {
        Path zip = Zips.of(folder, Map.of("a.md", "x".repeat(600), "b.md", "y".repeat(600)));

        assertThatThrownBy(() -> Archive.open(zip, new Archive.Bounds(10, 1_000, 10)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("1200 bytes");
    }

    @Test
    void a_member_that_lies_about_its_size_is_stopped_and_the_others_are_read() throws IOException {
        Path zip = Zips.of(folder, Map.of("a.md", "x".repeat(5_000), "b.md", "fine"));
        Zips.patchDirectory(zip, 24, new byte[] {10, 0, 0, 0});

        try (Archive archive = Archive.open(zip, Archive.Bounds.USUAL)) {
            assertThatThrownBy(() -> archive.read(archive.files().get(0), 100)).isInstanceOf(Archive.Unreadable.class);
            assertThat(archive.read(archive.files().get(1), 100)).isEqualTo("fine".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void members_that_share_their_bytes_refuse_the_archive() throws IOException {
        Path zip = Zips.of(folder, Map.of("a.md", "x".repeat(5_000)));
        byte[] one = Files.readAllBytes(zip);
        int directory = at(one, 1, 2);
        byte[] member = java.util.Arrays.copyOfRange(one, directory, at(one, 5, 6));
        var twice = java.nio.ByteBuffer.allocate(one.length + member.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        twice.put(one, 0, directory).put(member).put(one, directory, one.length - directory);
        int end = twice.capacity() - 22;
        twice.putShort(end + 8, (short) 2).putShort(end + 10, (short) 2).putInt(end + 12, 2 * member.length);
        Files.write(zip, twice.array());

        refused(zip, "lies inside another one");
        twice.putShort(end + 10, (short) 1);
        Files.write(zip, twice.array());
        refused(zip, "says that they are 1");
    }

    private static int at(byte[] bytes, int third, int fourth) {
        for (int at = 0; at < bytes.length - 4; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == third && bytes[at + 3] == fourth) {
                return at;
            }
        }
        throw new IllegalStateException("no such mark");
    }

    @Test
    void what_is_no_zip_file_is_refused() throws IOException {
        Path file = folder.resolve("x.zip");
        for (byte[] bytes : new byte[][] {{}, "hello".getBytes(StandardCharsets.UTF_8), new byte[100_000]}) {
            Files.write(file, bytes);
            refused(file, "not a zip file");
        }
    }

    @Test
    void cut_and_altered_archives_are_refused_or_read_but_never_break() throws IOException {
        byte[] whole = Files.readAllBytes(Zips.of(folder, Map.of("a.md", "x".repeat(500), "b.md", "y")));
        Path file = folder.resolve("x.zip");
        var random = new java.util.Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change < 3; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, round % 4 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            readAll(file);
        }
    }

    @Test
    @Timeout(2)
    void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("zeros.md"));
            writeZeros(out, 64 << 20);
        }

        refused(zip, "200 times its packed size");
    }

    @Test
    @Timeout(4)
    void the_hostile_samples_are_refused() {
        Path samples = Corpus.folder("generated-hostile");

        refused(samples.resolve("zip-1gib-of-zeros.zip"), "200 times");
        refused(samples.resolve("zip-slip-unix.zip"), "outside");
        refused(samples.resolve("zip-slip-unix.tar"), "not a zip file");
    }

    private static void refused(Path zip, String why) {
        assertThatThrownBy(() -> Archive.open(zip, Archive.Bounds.USUAL))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    private static void readAll(Path file) throws IOException {
        try (Archive archive = Archive.open(file, Archive.Bounds.USUAL)) {
            for (ArchiveMember member : archive.files()) {
                try {
                    archive.read(member, 1_000);
                } catch (Archive.Unreadable e) {
                    assertThat(e.why()).isNotBlank();
                }
            }
        } catch (Invalid e) {
            assertThat(e.code()).isEqualTo("bad-archive");
        }
    }

    private static void writeZeros(OutputStream out, int bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int left = bytes; left > 0; left -= block.length) {
            out.write(block);
        }
    }
}
