package nl.plein.site.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Source;
import nl.plein.site.tree.Blobs;

/** Files become blobs; one that is there already costs no write. */
final class BlobOutput implements Output {
    private final Blobs blobs;
    private final Map<String, Optional<String>> files = new ConcurrentHashMap<>();
    private final AtomicInteger written;
    private final AtomicInteger unchanged;
    private final AtomicLong bytes;

    BlobOutput(Blobs blobs) {
        this(blobs, new AtomicInteger(), new AtomicInteger(), new AtomicLong());
    }

    private BlobOutput(Blobs blobs, AtomicInteger written, AtomicInteger unchanged, AtomicLong bytes) {
        this.blobs = blobs;
        this.written = written;
        this.unchanged = unchanged;
        this.bytes = bytes;
    }

    /** For files of another tree, in the same store and with the same counts. */
    BlobOutput anotherTree() {
        return new BlobOutput(blobs, written, unchanged, bytes);
    }

    @Override
    public void file(String path, byte[] content) throws IOException {
        String sha = Hashes.sha256(content);
        files.put(path, Optional.of(sha));
        store(sha, content);
    }

    @Override
    public void asset(String path, AssetFile asset, Source source) throws IOException {
        if (asset.form() != null) {
            file(path, source.rendition(asset, asset.form()));
            return;
        }
        if (!blobs.has(asset.sha256())) {
            byte[] content = Assets.verified(asset, source);
            store(asset.sha256(), content);
        }
        files.put(path, Optional.of(asset.sha256()));
    }

    @Override
    public void remove(String path) {
        files.put(path, Optional.empty());
    }

    private void store(String sha, byte[] content) throws IOException {
        if (blobs.has(sha)) {
            unchanged.incrementAndGet();
            return;
        }
        blobs.put(sha, content);
        written.incrementAndGet();
        bytes.addAndGet(content.length);
    }

    /** Blob names by site path; empty for what was taken away. */
    Map<String, Optional<String>> files() {
        return files;
    }

    int written() {
        return written.get();
    }

    int unchanged() {
        return unchanged.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** Fetching what an asset says it is. */
    static final class Assets {
        private Assets() {}

        static byte[] verified(AssetFile asset, Source source) throws IOException {
            try (InputStream in = source.asset(asset)) {
                byte[] content = in.readAllBytes();
                if (!asset.sha256().isEmpty() && !Hashes.sha256(content).equals(asset.sha256())) {
                    throw new IOException("its bytes do not match its hash");
                }
                return content;
            }
        }
    }
}
