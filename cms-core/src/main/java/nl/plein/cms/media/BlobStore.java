package nl.plein.cms.media;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Bytes named by their SHA-256 (64 lower-case hexadecimal digits). What is stored never changes. */
public interface BlobStore {

    /** Stores once; idempotent. Durable when it returns. @return the name */
    String put(byte[] bytes);

    /** Stores a stream of any length without holding it in memory; closes it. @return name and length */
    Stored put(InputStream bytes);

    /** What was stored under which name. */
    record Stored(String sha256, long size) {}

    /** The bytes; the caller closes the stream. Empty if there is none of this name. */
    Optional<InputStream> open(String sha256);

    boolean has(String sha256);

    /** Removes a blob; nothing happens if there is none. */
    void delete(String sha256);

    /** Visits the names of all blobs, in any order. */
    void each(Consumer<String> visitor);
}
