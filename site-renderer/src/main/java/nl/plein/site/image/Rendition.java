package nl.plein.site.image;

import java.util.List;

/**
 * A form of a picture: how wide, cut or not, written how. Never larger than the original.
 *
 * @param width  pixels, 1 to 2560
 * @param height pixels of the cut, 0 for the whole picture; a cut keeps its proportions where the original is smaller
 * @param focus  what a cut keeps; {@link Focus#MIDDLE} if nothing is cut
 */
public record Rendition(int width, int height, Focus focus, Format format) {
    /** The widths that the server offers, and that pages choose from: few, so that few are ever made. */
    public static final List<Integer> WIDTHS = List.of(160, 320, 480, 640, 960, 1280, 1600, 1920, 2560);

    /** Pixels, of either side. */
    public static final int LONGEST = 2560;

    /** Part of every key: another way of making them makes other files. */
    private static final String MADE = "r1";

    public Rendition {
        if (width < 1 || width > LONGEST || height < 0 || height > LONGEST) {
            throw new IllegalArgumentException("a rendition has 1 to " + LONGEST + " pixels a side");
        }
        if (height == 0) {
            focus = Focus.MIDDLE;
        }
    }

    public static Rendition whole(int width, Format format) {
        return new Rendition(width, 0, Focus.MIDDLE, format);
    }

    /** The same original and key give the same file. Letters, digits and hyphens. */
    public String key() {
        return name() + "-" + format.key();
    }

    /** For names of files that have an extension. */
    public String name() {
        return width + (height == 0 ? "" : "x" + height + "-" + focus.key()) + "-" + MADE;
    }

    /**
     * What comes of it.
     *
     * @param originalWidth  pixels of the upright original
     * @param originalHeight pixels of the upright original
     */
    public Measures of(int originalWidth, int originalHeight) {
        return height == 0 ? scaled(originalWidth, originalHeight) : cut(originalWidth, originalHeight);
    }

    private Measures scaled(int originalWidth, int originalHeight) {
        double factor = Math.min(1, Math.min((double) width / originalWidth, (double) LONGEST / originalHeight));
        return new Measures(
                0, 0, originalWidth, originalHeight, side(originalWidth * factor), side(originalHeight * factor));
    }

    private Measures cut(int originalWidth, int originalHeight) {
        double scale = Math.min((double) originalWidth / width, (double) originalHeight / height);
        int cutWidth = Math.min(originalWidth, side(width * scale));
        int cutHeight = Math.min(originalHeight, side(height * scale));
        int left = within(focus.x() * originalWidth - cutWidth / 2.0, originalWidth - cutWidth);
        int top = within(focus.y() * originalHeight - cutHeight / 2.0, originalHeight - cutHeight);
        double factor = Math.min(1, 1 / scale);
        return new Measures(left, top, cutWidth, cutHeight, side(cutWidth * factor), side(cutHeight * factor));
    }

    private static int side(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
    }

    private static int within(double from, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(from)));
    }

    /**
     * The part of the upright original that is shown, and how large it becomes; all in pixels.
     */
    public record Measures(int left, int top, int cutWidth, int cutHeight, int width, int height) {}
}
