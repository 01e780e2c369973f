package nl.plein.cms.media;

import nl.plein.cms.kernel.Invalid;

/**
 * What must stay in a picture when it is cut, from its top left; to whole percents.
 *
 * @param x fraction of the width, 0 to 1
 * @param y fraction of the height, 0 to 1
 */
public record FocalPoint(double x, double y) {

    /** @throws Invalid {@code focal-point-outside} */
    public FocalPoint {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new Invalid(
                    "focal-point-outside", "A focal point lies in the picture: give x and y from 0 to 1, as 0.35.");
        }
        x = Math.round(x * 100) / 100.0;
        y = Math.round(y * 100) / 100.0;
    }

    static FocalPoint ofPercents(int across, int down) {
        return new FocalPoint(across / 100.0, down / 100.0);
    }

    int acrossPercent() {
        return (int) Math.round(x * 100);
    }

    int downPercent() {
        return (int) Math.round(y * 100);
    }
}
