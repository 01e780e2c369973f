package nl.plein.site.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.plein.site.kernel.Trouble;

/** Blobs in a folder, as {@code ab/cdef…}. */
public final class FolderBlobs implements Blobs {
    private final Path folder;

    public FolderBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(file(sha256));
    }

    @Override
    public void put(String sha256, byte[] bytes) throws IOException {
        if (!has(sha256)) {
            AtomicFiles.write(file(sha256), bytes);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(file(sha256));
    }

    private Path file(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new Trouble("'" + sha256 + "' is not the name of a blob.");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
