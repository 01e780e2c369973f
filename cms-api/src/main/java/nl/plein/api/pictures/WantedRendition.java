package nl.plein.api.pictures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.plein.api.problem.Refused;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.FocalPoint;
import nl.plein.site.image.Focus;
import nl.plein.site.image.Format;
import nl.plein.site.image.MakeRendition;
import nl.plein.site.image.Ratio;
import nl.plein.site.image.Rendition;
import org.jspecify.annotations.Nullable;

/** Reads which rendition somebody asks for. There are few of each picture, so that nobody can have a million made. */
public final class WantedRendition {

    private WantedRendition() {}

    /**
     * @return empty if the original is wanted
     * @throws Refused 400 that lists what is offered
     */
    public static Optional<Rendition> of(
            AssetRef asset,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String fit,
            @Nullable String format) {
        if (width == null) {
            refuseAlone("height", height);
            refuseAlone("fit", fit);
            refuseAlone("format", format);
            return Optional.empty();
        }
        if (!Rendition.WIDTHS.contains(width)) {
            throw Refused.query("width", "unknown-width", "Widths are " + list(Rendition.WIDTHS) + ".");
        }
        if (height == null) {
            refuseAlone("fit", fit);
            return Optional.of(Rendition.whole(width, format(format)));
        }
        refuseOtherHeight(width, height);
        return Optional.of(
                cuts(fit)
                        ? new Rendition(width, height, focus(asset.focus()), format(format))
                        : Rendition.whole(widthInside(asset, width, height), format(format)));
    }

    private static void refuseAlone(String name, @Nullable Object value) {
        if (value != null) {
            String needed = name.equals("fit") ? "height" : "width";
            throw Refused.query(
                    name, "missing-parameter", "\"" + name + "\" needs \"" + needed + "\", as width=640&height=360.");
        }
    }

    private static void refuseOtherHeight(int width, int height) {
        List<Integer> heights = Ratio.OFFERED.stream()
                .map(ratio -> ratio.heightFor(width))
                .filter(offered -> offered <= Rendition.LONGEST)
                .toList();
        if (!heights.contains(height)) {
            String offered = Ratio.OFFERED.stream()
                    .filter(ratio -> ratio.heightFor(width) <= Rendition.LONGEST)
                    .map(ratio -> ratio.heightFor(width) + " (" + ratio + ")")
                    .collect(Collectors.joining(", "));
            throw Refused.query("height", "unknown-height", "For width " + width + ", heights are " + offered + ".");
        }
    }

    private static boolean cuts(@Nullable String fit) {
        if (fit == null || fit.equals("cover")) {
            return true;
        }
        if (fit.equals("contain")) {
            return false;
        }
        throw Refused.query(
                "fit",
                "unknown-fit",
                "\"fit\" is cover (cut to the measures) or contain (whole, no larger than them).");
    }

    private static int widthInside(AssetRef asset, int width, int height) {
        long wide = asset.height() == 0 ? width : (long) height * asset.width() / asset.height();
        return (int) Math.max(1, Math.min(width, wide));
    }

    /** A machine without the encoder for WebP offers JPEG only. */
    private static Format format(@Nullable String format) {
        List<Format> offered = MakeRendition.writesWebp() ? List.of(Format.WEBP, Format.JPEG) : List.of(Format.JPEG);
        return format == null
                ? offered.get(0)
                : Format.named(format)
                        .filter(offered::contains)
                        .orElseThrow(() -> Refused.query(
                                "format",
                                "unknown-format",
                                "Formats are "
                                        + offered.stream().map(Format::key).collect(Collectors.joining(" and "))
                                        + "."));
    }

    private static Focus focus(@Nullable FocalPoint point) {
        return point == null ? Focus.MIDDLE : new Focus(point.x(), point.y());
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
