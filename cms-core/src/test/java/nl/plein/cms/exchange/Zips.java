package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives for tests. */
final class Zips {

    private Zips() {}

    static Path of(Path folder, Map<String, String> files) {
        Path zip = folder.resolve("archive-" + System.nanoTime() + ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : new java.util.TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files under a folder that end in {@code .md}, named relative to {@code root}. */
    static void markdown(Path root, Path under, OutputStream target) {
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(under);
                var out = new ZipOutputStream(target)) {
            walk.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overwrites bytes in the archive's directory, to make what no honest tool makes. */
    static void patchDirectory(Path zip, int offset, byte[] bytes) throws IOException {
        byte[] all = Files.readAllBytes(zip);
        for (int at = 0; at < all.length - 4; at++) {
            if (all[at] == 'P' && all[at + 1] == 'K' && all[at + 2] == 1 && all[at + 3] == 2) {
                System.arraycopy(bytes, 0, all, at + offset, bytes.length);
                Files.write(zip, all);
                return;
            }
        }
        throw new IllegalStateException("no directory");
    }
}
