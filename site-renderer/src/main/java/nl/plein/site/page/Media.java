package nl.plein.site.page;

import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.source.AssetFile;

/** The uploaded files that the pages of one tree have named. Only those lie in it: a file of a private page never does. */
public final class Media {
    private static final String FOLDER = "/_plein/media/";

    private final Map<String, AssetFile> used = new TreeMap<>();

    /** @return the site path of the file, which the tree will have from now on */
    String use(AssetFile asset) {
        String path =
                FOLDER + asset.sha256().substring(0, Math.min(16, asset.sha256().length())) + "/" + plain(asset.file());
        synchronized (used) {
            used.put(path, asset);
        }
        return path;
    }

    /** By site path. */
    public Map<String, AssetFile> used() {
        synchronized (used) {
            return new TreeMap<>(used);
        }
    }

    private static String plain(String file) {
        String name = file.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return name.isEmpty() ? "file" : name;
    }
}
