package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.UploadGate;

/** Stores the files of an archive. */
@ApplicationScoped
class ArchivedFiles {

    @Inject
    BlobStore blobs;

    @Inject
    UploadGate uploads;

    /** What makes the files needed. */
    interface Commit {
        void perform() throws SQLException;
    }

    /** Those that are not there yet. Before anything needs them: a sweep may take them again. */
    void store(SiteArchive archive) throws IOException {
        for (String name : archive.blobs()) {
            if (!blobs.has(name.substring(SiteManifest.FOLDER.length()))) {
                try (InputStream in = archive.blob(name)) {
                    blobs.put(in);
                }
            }
        }
    }

    /** Stores what a sweep took meanwhile, and commits while no sweep can run. The gate is held no longer than for that. */
    void keep(SiteArchive archive, Commit commit) throws IOException {
        try {
            uploads.through(() -> {
                try {
                    store(archive);
                    commit.perform();
                    return archive;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (SQLException e) {
                    throw new IllegalStateException("the site can't be committed", e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
