package nl.plein.site.tree;

import java.io.IOException;
import java.io.InputStream;

/** Files named by the SHA-256 of their bytes. The server adapts its own store. Safe for several threads. */
public interface Blobs {
    boolean has(String sha256);

    /** Idempotent. When it returns, the bytes survive a crash as well as the store can promise. */
    void put(String sha256, byte[] bytes) throws IOException;

    /** @throws IOException if there is no such blob */
    InputStream open(String sha256) throws IOException;
}
