package nl.plein.site.source;

import nl.plein.site.image.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file that an entry uses, or a rendition of it.
 *
 * @param size   bytes of the upload
 * @param width  CSS pixels of the upload, 0 when it is not a picture
 * @param sha256 of the upload's bytes, hexadecimal
 * @param form   the rendition that is meant; null for the upload itself
 */
public record AssetFile(
        String id,
        String file,
        String mediaType,
        long size,
        int width,
        int height,
        String sha256,
        @Nullable Rendition form) {

    /** An upload itself. */
    public AssetFile(String id, String file, String mediaType, long size, int width, int height, String sha256) {
        this(id, file, mediaType, size, width, height, sha256, null);
    }

    public AssetFile in(Rendition form) {
        return new AssetFile(id, file, mediaType, size, width, height, sha256, form);
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
