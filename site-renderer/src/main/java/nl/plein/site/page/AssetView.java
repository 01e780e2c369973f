package nl.plein.site.page;

import java.util.Collection;
import java.util.List;
import nl.plein.site.image.Focus;
import nl.plein.site.source.AssetFile;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** A file that the content uses. Asking for its address puts it into the tree. A picture that is cut keeps its focal point. */
record AssetView(PageScope scope, AssetFile asset, String alt, Focus focus) implements Shape {
    private static final List<String> NAMES =
            List.of("url", "alt", "file", "mediaType", "size", "width", "height", "isImage");

    @Override
    public String what() {
        return "an asset";
    }

    @Override
    public boolean knows(String name) {
        return NAMES.contains(name);
    }

    @Override
    public Collection<String> names() {
        return NAMES;
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "url" -> scope.mediaUrl(asset);
            case "alt" -> alt;
            case "file" -> asset.file();
            case "mediaType" -> asset.mediaType();
            case "size" -> asset.size();
            case "width" -> asset.width();
            case "height" -> asset.height();
            case "isImage" -> asset.isImage();
            default -> null;
        };
    }
}
