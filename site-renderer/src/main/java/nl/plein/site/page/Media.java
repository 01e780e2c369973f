package nl.plein.site.page;

import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.image.Rendition;
import nl.plein.site.source.AssetFile;

/** The uploaded files that one page has named. Only those lie in its tree: a file of a private page never does. For one thread. */
final class Media {
    private static final String FOLDER = "/_plein/media/";

    private final Territory territory;
    private final Map<String, AssetFile> used = new TreeMap<>();

    Media(Territory territory) {
        this.territory = territory;
    }

    /** @return the site path of the file, which the page's tree will have */
    String use(AssetFile asset) {
        String path = folder(asset) + plain(asset.file());
        used.put(path, asset);
        return path;
    }

    /**
     * A picture in another form. The path tells the upload and the form, so what lies at it never changes.
     *
     * @return the site path of the file, which the tree will have from now on
     */
    String use(AssetFile asset, Rendition form) {
        String name = plain(asset.file()).replaceFirst("[.][^.]*$", "");
        String path =
                folder(asset) + name + "-" + form.name() + "." + form.format().extension();
        used.put(path, asset.in(form));
        return path;
    }

    private String folder(AssetFile asset) {
        return territory.file(FOLDER)
                + asset.sha256().substring(0, Math.min(16, asset.sha256().length())) + "/";
    }

    /** By site path. */
    Map<String, AssetFile> used() {
        return used;
    }

    private static String plain(String file) {
        String name = file.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return name.isEmpty() ? "file" : name;
    }
}
