package nl.plein.site.render;

import java.io.IOException;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Source;

/** Where the files of one tree go. Safe for several threads. */
interface Output {
    /** @param path of the site, beginning with "/" */
    void file(String path, byte[] bytes) throws IOException;

    /** An uploaded file; it is only fetched when it is not there yet. */
    void asset(String path, AssetFile asset, Source source) throws IOException;

    /** Takes a file away that an earlier version had. */
    void remove(String path);
}
