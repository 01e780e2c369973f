package nl.plein.site.source;

/**
 * An uploaded file that an entry uses.
 *
 * @param size   bytes
 * @param width  CSS pixels, 0 when it is not a picture
 * @param sha256 of the bytes, hexadecimal
 */
public record AssetFile(String id, String file, String mediaType, long size, int width, int height, String sha256) {
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
