package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Stores a file as an asset of a site. Its type and measures are found from the bytes. */
@ApplicationScoped
public class StoreAsset {

    /** Bytes. */
    public static final long LARGEST = 100L << 20;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    BlobStore blobs;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Stores the bytes of an upload, outside any transaction, and leaves out what betrays where a picture was taken. Closes it. */
    public BlobStore.Stored bytes(InputStream upload) {
        try {
            return blobs.put(CleanPicture.of(upload));
        } catch (IOException e) {
            throw new UncheckedIOException("an upload can't be read", e);
        }
    }

    /**
     * Store the bytes first with {@link #bytes}; this writes the row only.
     *
     * @param name the sender's file name; only its letters and digits are kept, the extension follows the content
     * @throws Invalid {@code file-too-large}, {@code file-empty}
     */
    @Transactional
    public AssetRef perform(SiteId site, String name, BlobStore.Stored stored) {
        NewFile found = NewFile.of(blobs, name, stored);
        var ref = new AssetRef(
                new AssetId(ids.next()),
                site,
                found.file(),
                found.mediaType(),
                found.size(),
                found.sha256(),
                found.width(),
                found.height(),
                null);
        data.persist(new Asset(ref, clock.instant()));
        audit.record(
                "media.store-asset",
                "asset/" + ref.id(),
                Json.mapper()
                        .createObjectNode()
                        .put("site", site.value())
                        .put("size", ref.size())
                        .put("sha256", ref.sha256()));
        return ref;
    }
}
