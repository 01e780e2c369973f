package nl.plein.site.page;

import nl.plein.site.model.ReadKeys;

/** What pages read of lists, see {@link ReadKeys#of}. What lies on a page of a list needs none: it is known by its path. */
final class ListReads {
    private ListReads() {}

    /** Whether a list of this key has a page in a locale, and where. */
    static long home(String key, String locale) {
        return ReadKeys.of(100, key, locale);
    }

    /** The list, if any, that has the path to itself. */
    static long at(String path) {
        return ReadKeys.of(101, path);
    }

    static long total(String path) {
        return ReadKeys.of(102, path);
    }

    /** Whether there is nothing in it. */
    static long empty(String path) {
        return ReadKeys.of(105, path);
    }

    static long pages(String path) {
        return ReadKeys.of(103, path);
    }

    /** Where a page of the list is. */
    static long address(String path, int number) {
        return ReadKeys.of(104, path, String.valueOf(number));
    }
}
