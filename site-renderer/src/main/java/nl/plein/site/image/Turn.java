package nl.plein.site.image;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a stored picture becomes upright: the tag Orientation of Exif 2.32, 4.6.4.
 *
 * @param orientation 1 (as it is) to 8
 */
record Turn(int orientation) {
    static final Turn NONE = new Turn(1);

    static Turn of(int orientation) {
        return orientation >= 1 && orientation <= 8 ? new Turn(orientation) : NONE;
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return orientation >= 5;
    }

    /** A part of the upright picture, in the picture as it is stored; both sizes are of the stored one. */
    Rectangle stored(Rectangle upright, int width, int height) {
        int x = upright.x;
        int y = upright.y;
        int w = upright.width;
        int h = upright.height;
        return switch (orientation) {
            case 2 -> new Rectangle(width - x - w, y, w, h);
            case 3 -> new Rectangle(width - x - w, height - y - h, w, h);
            case 4 -> new Rectangle(x, height - y - h, w, h);
            case 5 -> new Rectangle(y, x, h, w);
            case 6 -> new Rectangle(y, height - x - w, h, w);
            case 7 -> new Rectangle(width - y - h, height - x - w, h, w);
            case 8 -> new Rectangle(width - y - h, x, h, w);
            default -> upright;
        };
    }

    BufferedImage upright(BufferedImage stored) {
        if (orientation == 1) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        BufferedImage upright = new BufferedImage(swaps() ? height : width, swaps() ? width : height, stored.getType());
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(stored, transform(width, height), null);
        canvas.dispose();
        return upright;
    }

    private AffineTransform transform(int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
