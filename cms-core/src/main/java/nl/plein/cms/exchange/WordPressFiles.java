package nl.plein.cms.exchange;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** The WordPress exports in an archive, and an archive of the texts that they become; gone when it is closed. */
final class WordPressFiles implements Closeable {

    private static final int LOOKED_AT = 65_536;

    private final List<WordPressExport> exports;
    private final List<String> damaged;
    private final Optional<Archive> texts;
    private final Optional<Path> file;

    private WordPressFiles(
            List<WordPressExport> exports, List<String> damaged, Optional<Archive> texts, Optional<Path> file) {
        this.exports = exports;
        this.damaged = damaged;
        this.texts = texts;
        this.file = file;
    }

    /** @throws nl.plein.cms.kernel.Invalid {@code bad-wordpress-export} if one of them can't be read to its end */
    static WordPressFiles of(Archive archive, Path folder) throws IOException {
        List<WordPressExport> exports = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (ArchiveMember member : archive.members()) {
            if (member.isXml() && !member.isLitter() && isExport(archive, member, damaged)) {
                var export = new WordPressExport(() -> archive.open(member), member.shownName());
                export.look();
                exports.add(export);
            }
        }
        if (exports.isEmpty()) {
            return new WordPressFiles(exports, damaged, Optional.empty(), Optional.empty());
        }
        Path file = Files.createTempFile(folder, "wordpress", ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (WordPressExport export : exports) {
                export.write(out);
            }
            out.finish();
            return new WordPressFiles(exports, damaged, Optional.of(Archive.made(file)), Optional.of(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    List<WordPressExport> exports() {
        return exports;
    }

    /** Names of XML files whose beginning can't be unpacked. */
    List<String> damaged() {
        return damaged;
    }

    Optional<Archive> texts() {
        return texts;
    }

    @Override
    public void close() throws IOException {
        if (texts.isPresent()) {
            texts.get().close();
        }
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static boolean isExport(Archive archive, ArchiveMember member, List<String> damaged) throws IOException {
        try (InputStream in = archive.open(member)) {
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return start.contains("<rss") && start.contains("wordpress.org/export/");
        } catch (ZipException | EOFException e) {
            damaged.add(member.shownName());
            return false;
        }
    }
}
