package nl.plein.site.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import nl.plein.site.tree.Blobs;

/** Blobs in a map, with their count of writes. */
public final class MemoryBlobs implements Blobs {
    public final Map<String, byte[]> all = new ConcurrentSkipListMap<>();

    @Override
    public boolean has(String sha256) {
        return all.containsKey(sha256);
    }

    @Override
    public void put(String sha256, byte[] bytes) {
        all.put(sha256, bytes);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        byte[] bytes = all.get(sha256);
        if (bytes == null) {
            throw new IOException("no blob " + sha256);
        }
        return new ByteArrayInputStream(bytes);
    }

    public String text(String sha256) {
        return new String(all.get(sha256), StandardCharsets.UTF_8);
    }
}
