package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.media.BlobStore;

/** Archives that were sent, as files that can be read at any place; blobs are streams. */
@ApplicationScoped
class UploadedArchives {

    @Inject
    BlobStore blobs;

    @Inject
    Settings settings;

    /** For what is worked on; a crash may leave files in it. */
    Path incoming() throws IOException {
        return Files.createDirectories(settings.dataFolder().resolve("incoming"));
    }

    /**
     * @return a copy; the caller deletes it
     * @throws Invalid {@code archive-gone}
     */
    Path copyOf(String sha256) throws IOException {
        Path file = Files.createTempFile(incoming(), "import", ".zip");
        try (InputStream in = blobs.open(sha256)
                .orElseThrow(() -> new Invalid("archive-gone", "The archive is no longer there: send it again."))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
