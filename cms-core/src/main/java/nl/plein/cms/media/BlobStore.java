package nl.plein.cms.media;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Bytes named by their SHA-256 (64 lower-case hexadecimal digits). What is stored never changes. */
public interface BlobStore {

    /** How exactly a store knows when a blob was last asked for. */
    Duration TOUCH = Duration.ofHours(6);

    /** Stores once; idempotent. Durable when it returns. @return the name */
    String put(byte[] bytes);

    /** Stores a stream of any length without holding it in memory; closes it. @return name and length */
    Stored put(InputStream bytes);

    /** What was stored under which name. */
    record Stored(String sha256, long size) {}

    /** The bytes; the caller closes the stream. Empty if there is none of this name. */
    Optional<InputStream> open(String sha256);

    /** Who asks means to use it: a sweep that knows nobody who needs it leaves it for some hours at least. */
    boolean has(String sha256);

    /** Removes a blob; nothing happens if there is none. */
    void delete(String sha256);

    /** Visits the names of all blobs, in any order. */
    void each(Consumer<String> visitor);

    /**
     * Removes the blobs that the caller can do without. One that somebody stores or asks for in this very moment stays; killed in
     * between, the next sweep puts back what it was at.
     *
     * @param unneeded told the name, and when it was last stored or asked for, give or take {@link #TOUCH}
     * @return how many
     */
    long sweep(BiPredicate<String, Instant> unneeded);
}
