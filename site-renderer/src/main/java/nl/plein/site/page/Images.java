package nl.plein.site.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.site.image.Focus;
import nl.plein.site.image.Format;
import nl.plein.site.image.MakeRendition;
import nl.plein.site.image.Ratio;
import nl.plein.site.image.Rendition;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.AssetFile;
import nl.plein.site.template.Html;
import nl.plein.site.template.RawHtml;
import org.jspecify.annotations.Nullable;

/**
 * Pictures with the room that they will take, so that nothing jumps, in a few widths, of which a browser fetches the one that
 * it needs. All browsers since 2020 show WebP: no second format and no negotiation, so that any web server can serve the tree.
 */
final class Images {
    /** CSS pixels, where a template does not say how wide a picture is shown. */
    private static final int USUAL = 960;

    private static final int PREVIEW = 1280;

    private Images() {}

    /**
     * @param size    a name of theme.json's images, or ""
     * @param loading lazy or eager
     */
    static RawHtml html(PageScope scope, AssetView view, String size, String loading) {
        StringBuilder html = new StringBuilder("<img class=\"image");
        if (!size.isEmpty()) {
            html.append(" image-").append(Html.escape(size));
        }
        Map<String, @Nullable Object> wanted = size.isEmpty()
                ? Map.of()
                : scope.edition().theme().theme().manifest().image(size);
        int shown = wanted.get("width") instanceof Number number ? Math.max(1, number.intValue()) : USUAL;
        if (hasRenditions(view.asset())) {
            sources(html, scope, view, shown, wanted);
        } else {
            upload(html, scope, view.asset(), shown);
        }
        return new RawHtml(html.append(" alt=\"")
                .append(Html.escape(view.alt()))
                .append("\" ")
                .append(mode(loading))
                .append('>')
                .toString());
    }

    /** For those who show a link to the page; they know JPEG. @return the site path */
    static String preview(AssetFile asset, Media media) {
        return hasRenditions(asset) ? media.use(asset, Rendition.whole(PREVIEW, Format.JPEG)) : media.use(asset);
    }

    /** Animations and drawings stay what they are; so does what the library would refuse. */
    private static boolean hasRenditions(AssetFile asset) {
        boolean kind =
                switch (asset.mediaType()) {
                    case "image/jpeg", "image/png", "image/webp" -> true;
                    default -> false;
                };
        return kind && MakeRendition.takes(asset.mediaType(), asset.size(), asset.width(), asset.height());
    }

    private static void sources(
            StringBuilder html, PageScope scope, AssetView view, int shown, Map<String, @Nullable Object> wanted) {
        AssetFile asset = view.asset();
        Optional<Ratio> ratio =
                Optional.ofNullable(wanted.get("ratio")).flatMap(text -> Ratio.of(String.valueOf(text)));
        SortedMap<Integer, String> urls = new TreeMap<>();
        Rendition.Measures usual = form(shown, ratio, view.focus()).of(asset.width(), asset.height());
        for (int width : widths(shown, asset.width())) {
            Rendition form = form(width, ratio, view.focus());
            urls.putIfAbsent(form.of(asset.width(), asset.height()).width(), Html.escape(scope.mediaUrl(asset, form)));
        }
        int best = urls.tailMap(usual.width()).isEmpty()
                ? urls.lastKey()
                : urls.tailMap(usual.width()).firstKey();
        html.append("\" src=\"").append(urls.get(best)).append('"');
        if (urls.size() > 1) {
            html.append(" srcset=\"")
                    .append(urls.entrySet().stream()
                            .map(url -> url.getValue() + " " + url.getKey() + "w")
                            .collect(Collectors.joining(", ")))
                    .append("\" sizes=\"")
                    .append(Html.escape(sizes(wanted, usual.width())))
                    .append('"');
        }
        measures(html, usual.width(), usual.height());
    }

    /** Half as wide as shown for small screens, as wide, and twice as wide for dense ones; never wider than the upload. */
    private static Set<Integer> widths(int shown, int natural) {
        Set<Integer> widths = new TreeSet<>();
        for (double wanted : new double[] {shown / 2.0, shown, shown * 2.0}) {
            int offered = Rendition.WIDTHS.stream()
                    .filter(width -> width >= wanted)
                    .findFirst()
                    .orElse(Rendition.LONGEST);
            widths.add(Math.min(offered, Math.min(natural, Rendition.LONGEST)));
        }
        return widths;
    }

    private static Rendition form(int width, Optional<Ratio> ratio, Focus focus) {
        Format format = MakeRendition.writesWebp() ? Format.WEBP : Format.JPEG;
        int fitting = Math.min(width, Rendition.LONGEST);
        return ratio.filter(cut -> cut.heightFor(fitting) <= Rendition.LONGEST)
                .map(cut -> new Rendition(fitting, cut.heightFor(fitting), focus, format))
                .orElseGet(() -> Rendition.whole(fitting, format));
    }

    private static String sizes(Map<String, @Nullable Object> wanted, int width) {
        return wanted.get("sizes") instanceof String sizes
                ? sizes
                : String.format(Locale.ROOT, "(min-width: %dpx) %dpx, 100vw", width, width);
    }

    private static void upload(StringBuilder html, PageScope scope, AssetFile asset, int shown) {
        html.append("\" src=\"").append(Html.escape(scope.mediaUrl(asset))).append('"');
        int width = asset.width();
        int height = asset.height();
        if (width > 0 && height > 0) {
            int narrow = Math.min(width, shown);
            measures(html, narrow, (int) Math.max(1, Math.round((double) height * narrow / width)));
        }
    }

    private static void measures(StringBuilder html, int width, int height) {
        html.append(" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append('"');
    }

    /** The first picture is painted with the page around it; the others hold up nothing. */
    private static String mode(String loading) {
        return switch (loading) {
            case "lazy" -> "loading=\"lazy\" decoding=\"async\"";
            case "eager" -> "loading=\"eager\" fetchpriority=\"high\"";
            default -> throw new Trouble("image(): the third value is 'lazy' or 'eager'");
        };
    }
}
