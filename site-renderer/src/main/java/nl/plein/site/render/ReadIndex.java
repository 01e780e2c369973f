package nl.plein.site.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages have read what. A page's reads are ascending keys; who has read a key is found by the key, not by asking all pages. What a
 * page no longer reads is struck out when somebody comes across it. Not for several threads at once.
 */
final class ReadIndex {
    /** Most sites have few pages, and hundreds of them may be kept. */
    private static final int FIRST = 1 << 6;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final List<long @Nullable []> reads = new ArrayList<>();

    /** Open addressing: a key, 0 for none, and where its chain of readers begins; chain 0 is empty. */
    private long[] keys = new long[FIRST];

    private int[] heads = new int[FIRST];
    private int used;

    /** Links of chains: the page, and the next link. */
    private int[] pages = new int[FIRST];

    private int[] nexts = new int[FIRST];
    private int links = 1;

    /** @param sorted ascending, each once */
    void put(String path, long[] sorted) {
        Integer known = numbers.get(path);
        int page = known == null ? paths.size() : known;
        long[] before = known == null ? null : reads.get(page);
        if (known == null) {
            numbers.put(path, page);
            paths.add(path);
            reads.add(sorted);
        } else {
            reads.set(page, sorted);
        }
        for (long key : sorted) {
            if (before == null || Arrays.binarySearch(before, key) < 0) {
                link(key, page);
            }
        }
    }

    void remove(String path) {
        Integer page = numbers.get(path);
        if (page != null) {
            reads.set(page, null);
        }
    }

    /** The pages that have read one of these. */
    Set<String> readers(Set<Long> wanted) {
        Set<String> found = new HashSet<>();
        wanted.forEach(key -> readers(key, found));
        return found;
    }

    private void readers(long key, Set<String> found) {
        int slot = slot(key);
        int last = 0;
        for (int link = heads[slot]; link != 0; link = nexts[link]) {
            long[] own = reads.get(pages[link]);
            if (own != null && Arrays.binarySearch(own, key) >= 0) {
                found.add(paths.get(pages[link]));
                last = link;
            } else if (last == 0) {
                heads[slot] = nexts[link];
            } else {
                nexts[last] = nexts[link];
            }
        }
    }

    private void link(long key, int page) {
        if (used * 2 > keys.length) {
            widen();
        }
        if (links == pages.length) {
            pages = Arrays.copyOf(pages, links * 2);
            nexts = Arrays.copyOf(nexts, links * 2);
        }
        int slot = slot(key);
        if (keys[slot] != key) {
            keys[slot] = key;
            used++;
        }
        pages[links] = page;
        nexts[links] = heads[slot];
        heads[slot] = links++;
    }

    /** Where a key is, or may be put. */
    private int slot(long key) {
        int at = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[at] != key && keys[at] != 0) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void widen() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
            }
        }
    }
}
