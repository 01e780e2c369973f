package nl.plein.cms.publishing;

import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Hashes;

/** What is unique about where something stands: its path, or a short stand-in where a path can't be indexed. */
final class Place {

    private static final int LONGEST = 400;

    private Place() {}

    /** @param path of a page or the key of a site part, any length */
    static String of(String path) {
        return path.length() <= LONGEST ? path : "sha256:" + Hashes.sha256(path);
    }

    /** @param path empty for an entry without a page, which takes no place but its own */
    static String of(TranslationKey translation, String path) {
        return path.isEmpty() ? "entry:" + translation.entry() : of(path);
    }
}
