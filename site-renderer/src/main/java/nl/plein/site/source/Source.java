package nl.plein.site.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.site.image.MakeRendition;
import nl.plein.site.image.Rendition;
import nl.plein.site.image.Unfit;
import nl.plein.site.kernel.Trouble;
import tools.jackson.databind.JsonNode;

/** One site, as one viewer may see it. The server implements this in-process; {@link HttpSource} and {@link FolderSource} from outside. */
public interface Source {
    /** Names installation, site and viewer. A copy made from another origin is foreign and is not trusted. */
    String origin();

    /** The answer of {@code GET /delivery/v1/sites/{site}}. */
    JsonNode site();

    /**
     * One page of the net difference between two versions.
     *
     * @param after  the version that the reader has; 0 for nothing
     * @param until  the version to arrive at; empty for the newest (the answer says which that is)
     * @param cursor from the page before
     * @throws Forgotten if the source cannot tell the difference from {@code after}, or no longer knows the cursor
     */
    ChangePage changes(long after, OptionalLong until, Optional<String> cursor);

    /**
     * The version that was the newest at an instant.
     *
     * @param instant RFC 3339
     */
    default long versionAt(String instant) {
        throw new Trouble("A saved site is of one version; an instant can only be asked of a server.");
    }

    /** @throws IOException if the file is not there or cannot be read */
    InputStream asset(AssetFile asset) throws IOException;

    /**
     * A picture in another form; unless the source has it, it is made here of the upload. Of a picture that can't be decoded the
     * upload itself: a browser may know more.
     *
     * @throws IOException if the upload is not there or cannot be read
     */
    default byte[] rendition(AssetFile asset, Rendition form) throws IOException {
        try (InputStream upload = asset(asset)) {
            return new MakeRendition(Thread::new).of(upload, form).bytes();
        } catch (Unfit unfit) {
            try (InputStream upload = asset(asset)) {
                return upload.readAllBytes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a rendition was made");
        }
    }

    /** The reader has to begin again, at zero. */
    final class Forgotten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Forgotten(String message) {
            super(message);
        }
    }
}
