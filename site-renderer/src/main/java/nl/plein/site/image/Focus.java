package nl.plein.site.image;

import java.util.Locale;

/**
 * What must stay in a picture that is cut.
 *
 * @param x fraction of the width, 0 to 1, from the left, of the upright picture
 * @param y fraction of the height, 0 to 1, from the top
 */
public record Focus(double x, double y) {
    public static final Focus MIDDLE = new Focus(0.5, 0.5);

    /** Keeps whole percents: nobody sees less, and a picture has few renditions. */
    public Focus {
        x = percents(x);
        y = percents(y);
    }

    public static boolean isInside(double x, double y) {
        return x >= 0 && x <= 1 && y >= 0 && y <= 1;
    }

    private static double percents(double fraction) {
        if (!isInside(fraction, fraction)) {
            throw new IllegalArgumentException("a focal point lies between 0 and 1, not at " + fraction);
        }
        return Math.round(fraction * 100) / 100.0;
    }

    /** For names of files. */
    String key() {
        return String.format(Locale.ROOT, "%d-%d", Math.round(x * 100), Math.round(y * 100));
    }
}
