package nl.plein.site.model;

/**
 * What a page can read, as numbers of 64 bits. Two reads that share a number by accident make a page again that had no need of it;
 * nothing is ever missed. No key is 0. The numbers are the same in every process, so that they can be kept.
 */
public final class ReadKeys {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private ReadKeys() {}

    /** Whether there is such an entry at all. */
    static long entry(String locale, String id) {
        return key(1, locale, id);
    }

    /** Anything that an entry says. */
    public static long wholeEntry(String locale, String id) {
        return key(2, locale, id);
    }

    /** One member or field of an entry. */
    static long field(Entry entry, String name) {
        return field(entry.locale(), entry.id(), name);
    }

    static long field(String locale, String id, String name) {
        return key(3, locale, id, name);
    }

    /** One member or field of any entry of a type. @param type "*" for all types */
    static long fieldOfType(String locale, String type, String name) {
        return key(4, locale, type, name);
    }

    /** Which entry has its page at a path. */
    static long path(String path) {
        return key(5, path);
    }

    static long translations(String id) {
        return key(6, id);
    }

    static long asset(String id) {
        return key(7, id);
    }

    static long menu(String name, String locale) {
        return key(8, name, locale);
    }

    static long setting(String key) {
        return key(9, key);
    }

    /** Which entries refer to one. */
    static long referring(String locale, String id) {
        return key(10, locale, id);
    }

    static long children(String locale, String id) {
        return key(11, locale, id);
    }

    /** Which entries of a type have a value in a field. @param type "*" for all types */
    static long valued(String locale, String type, String field, String value) {
        return mixed(key(12, locale, type, field), value);
    }

    /** That nothing lies between an entry and the next one of an order. @param before id of the one before, "" at the beginning */
    static long gap(long order, String before) {
        return mixed(order, before);
    }

    static long order(String locale, Iterable<String> types, String field) {
        long key = key(13, locale, field);
        for (String type : types) {
            key = mixed(key, type);
        }
        return key;
    }

    /** Something that another room keeps, as the pages of a list. @param kind 100 and more */
    public static long of(int kind, String... names) {
        return key(kind, names);
    }

    private static long key(int kind, String... names) {
        long key = kind * STEP;
        for (String name : names) {
            key = mixed(key, name);
        }
        return key;
    }

    private static long mixed(long key, String name) {
        long mixed = (key ^ name.hashCode()) * STEP;
        mixed ^= mixed >>> 29;
        return mixed == 0 ? STEP : mixed;
    }
}
