package nl.plein.cms.media;

import org.jspecify.annotations.Nullable;

/**
 * That an asset is to have another file, worked out beforehand.
 *
 * @param before     the asset as it is
 * @param after      the same asset as it will be
 * @param wasNumber  of the file that it is
 * @param isNumber   of the file that it will be
 * @param focalPoint what becomes of it
 */
public record Replacement(AssetRef before, AssetRef after, int wasNumber, int isNumber, Focus focalPoint) {

    /** What becomes of the focal point. */
    public enum Focus {
        /** There was none, and there is none. */
        NONE,
        /** The new picture has the proportions of the former one. */
        KEPT,
        /** The new picture has other proportions: set it anew. */
        REMOVED,
        /** The file that is put back had another one, or one at all. */
        PUT_BACK
    }

    /** Whether it is this very file already. */
    public boolean changesNothing() {
        return before.sha256().equals(after.sha256()) && before.file().equals(after.file());
    }

    /** A picture may be a hundredth narrower or wider. */
    static boolean hasSameProportions(AssetRef one, NewFile other) {
        if (one.width() == 0 || one.height() == 0 || other.width() == 0 || other.height() == 0) {
            return false;
        }
        double was = (double) one.width() / one.height();
        double is = (double) other.width() / other.height();
        return Math.abs(was - is) <= was / 100;
    }

    static Focus put(@Nullable FocalPoint was, @Nullable FocalPoint is) {
        if (is == null) {
            return was == null ? Focus.NONE : Focus.REMOVED;
        }
        return is.equals(was) ? Focus.KEPT : Focus.PUT_BACK;
    }
}
