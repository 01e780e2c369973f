package nl.plein.site.model;

import java.util.Arrays;

/** The reads of one page, each once. For one thread. */
public final class ReadSet {
    private static final int FIRST = 128;

    private long[] slots = new long[FIRST];
    private int size;

    /** @param key not 0 */
    public void add(long key) {
        if (put(slots, key) && ++size * 2 > slots.length) {
            long[] wider = new long[slots.length * 2];
            for (long known : slots) {
                if (known != 0) {
                    put(wider, known);
                }
            }
            slots = wider;
        }
    }

    /** In ascending order. */
    public long[] sorted() {
        long[] keys = new long[size];
        int at = 0;
        for (long key : slots) {
            if (key != 0) {
                keys[at++] = key;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    private static boolean put(long[] slots, long key) {
        int at = (int) (key >>> 32 ^ key) & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == key) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = key;
        return true;
    }
}
