package nl.plein.cms.media;

import java.util.Optional;

/**
 * Which assets are wanted.
 *
 * @param text a part of the file's name, title, credit or an alt text, in any letter case
 */
public record AssetFilter(Optional<AssetKind> kind, Optional<String> text) {

    public static final AssetFilter ALL = new AssetFilter(Optional.empty(), Optional.empty());
}
