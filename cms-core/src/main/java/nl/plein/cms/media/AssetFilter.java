package nl.plein.cms.media;

import java.util.Optional;

/**
 * Which assets are wanted, in which order.
 *
 * @param text a part of the file's name, title, credit or an alt text, in any letter case
 */
public record AssetFilter(Optional<AssetKind> kind, Optional<String> text, AssetOrder order) {

    public static final AssetFilter ALL = new AssetFilter(Optional.empty(), Optional.empty(), AssetOrder.OLDEST);
}
