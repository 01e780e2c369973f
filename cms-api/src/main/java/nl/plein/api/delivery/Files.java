package nl.plein.api.delivery;

import nl.plein.cms.media.AssetRef;
import tools.jackson.databind.node.ObjectNode;

/** How files look in JSON. */
final class Files {

    private Files() {}

    static String src(AssetRef asset) {
        return "/delivery/v1/assets/" + asset.id() + "/" + asset.file();
    }

    static void describe(ObjectNode json, AssetRef asset) {
        json.put("file", asset.file())
                .put("mediaType", asset.mediaType())
                .put("size", asset.size())
                .put("width", asset.width())
                .put("height", asset.height())
                .put("sha256", asset.sha256());
    }
}
