package nl.plein.site.page;

import java.util.Map;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.AssetFile;
import nl.plein.site.template.Html;
import nl.plein.site.template.RawHtml;
import org.jspecify.annotations.Nullable;

/** Pictures with the room that they will take, so that nothing jumps. */
final class Images {
    private Images() {}

    /**
     * @param size    a name of theme.json's images, or ""
     * @param loading lazy or eager
     */
    static RawHtml html(PageScope scope, AssetView view, String size, String loading) {
        AssetFile asset = view.asset();
        StringBuilder html = new StringBuilder("<img class=\"image");
        if (!size.isEmpty()) {
            html.append(" image-").append(Html.escape(size));
        }
        html.append("\" src=\"").append(Html.escape(scope.mediaUrl(asset))).append('"');
        int width = asset.width();
        int height = asset.height();
        if (width > 0 && height > 0) {
            Map<String, @Nullable Object> wanted = size.isEmpty()
                    ? Map.of()
                    : scope.edition().theme().theme().manifest().image(size);
            int shown = wanted.get("width") instanceof Number number ? Math.min(width, number.intValue()) : width;
            long high = Math.round((double) height * shown / width);
            html.append(" width=\"")
                    .append(shown)
                    .append("\" height=\"")
                    .append(high)
                    .append('"');
        }
        html.append(" alt=\"")
                .append(Html.escape(view.alt()))
                .append("\" loading=\"")
                .append(mode(loading));
        return new RawHtml(html.append("\" decoding=\"async\">").toString());
    }

    private static String mode(String loading) {
        if (!loading.equals("lazy") && !loading.equals("eager")) {
            throw new Trouble("image(): the third value is 'lazy' or 'eager'");
        }
        return loading;
    }
}
