package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import nl.plein.cms.media.BlobStore;
import nl.plein.site.tree.Blobs;

/** Rendered files lie in the same store as uploaded ones. */
@ApplicationScoped
public class StoredBlobs implements Blobs {

    @Inject
    BlobStore store;

    @Override
    public boolean has(String sha256) {
        return store.has(sha256);
    }

    @Override
    public void put(String sha256, byte[] bytes) {
        store.put(bytes);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return store.open(sha256).orElseThrow(() -> new FileNotFoundException("no blob " + sha256));
    }
}
