package nl.plein.site.render;

import java.io.IOException;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Source;
import nl.plein.site.tree.OutFolder;

/** Files go to a plain folder. */
final class FolderOutput implements Output {
    private final OutFolder folder;

    FolderOutput(OutFolder folder) {
        this.folder = folder;
    }

    @Override
    public void file(String path, byte[] bytes) throws IOException {
        folder.file(path, bytes);
    }

    /** The path carries the hash, so a file of the right size at it is the right file; a rendition's path tells its form, too. */
    @Override
    public void asset(String path, AssetFile asset, Source source) throws IOException {
        if (asset.form() != null) {
            if (!folder.keep(path)) {
                folder.file(path, source.rendition(asset, asset.form()));
            }
        } else if (!folder.keep(path, asset.size())) {
            folder.file(path, BlobOutput.Assets.verified(asset, source));
        }
    }

    @Override
    public void remove(String path) {
        folder.remove(path);
    }
}
