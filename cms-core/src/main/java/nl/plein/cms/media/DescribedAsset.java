package nl.plein.cms.media;

import nl.plein.cms.kernel.AssetId;

/**
 * An asset with what editors say about it.
 *
 * @param number  which of its files it is now; the first one is 1
 * @param changes how often anything of it was changed
 */
public record DescribedAsset(AssetRef file, AssetWords words, int number, long changes) {

    public AssetId id() {
        return file.id();
    }

    public AssetKind kind() {
        return AssetKind.ofMediaType(file.mediaType());
    }

    /** For who says which state they have seen. */
    public String tag() {
        return Long.toString(changes);
    }
}
