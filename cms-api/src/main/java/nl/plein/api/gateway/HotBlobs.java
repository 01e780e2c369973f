package nl.plein.api.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nl.plein.api.rendering.StoredBlobs;
import nl.plein.cms.kernel.Hashes;

/** The bytes that visitors ask for, most of them from memory; texts also compressed. */
@ApplicationScoped
public class HotBlobs {

    /** Larger files are read from the disk each time. */
    static final int LARGEST = 1 << 20;

    private static final long MOST = 16L << 20;
    private static final int WORTH_COMPRESSING = 1_024;

    private final Weighted<byte[]> kept = new Weighted<>(MOST, bytes -> bytes.length + 200L);
    private final Weighted<Encoded> encoded = new Weighted<>(MOST, one -> one.bytes().length + 300L);

    /** @param tag SHA-256 of these bytes */
    record Encoded(byte[] bytes, String tag) {}

    @Inject
    StoredBlobs blobs;

    /** @return empty if it is larger than {@link #LARGEST}: {@link #open} it instead */
    Optional<byte[]> small(String sha256) throws IOException {
        Optional<byte[]> known = kept.get(sha256);
        if (known.isPresent()) {
            return known;
        }
        try (InputStream in = blobs.open(sha256)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return Optional.empty();
            }
            kept.put(sha256, bytes);
            return Optional.of(bytes);
        }
    }

    InputStream open(String sha256) throws IOException {
        return blobs.open(sha256);
    }

    /** @return empty if compressing is not worth it */
    Optional<Encoded> compressed(String sha256, byte[] bytes) throws IOException {
        if (bytes.length < WORTH_COMPRESSING) {
            return Optional.empty();
        }
        Optional<Encoded> known = encoded.get(sha256);
        if (known.isEmpty()) {
            byte[] smaller = gzip(bytes);
            known = Optional.of(new Encoded(smaller, Hashes.sha256(smaller)));
            encoded.put(sha256, known.get());
        }
        return known;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var target = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        }
        return target.toByteArray();
    }
}
