package nl.plein.site.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Pages of a list with boundaries that stay where they are. They are numbered from the oldest. A page begins at an item whose own number,
 * drawn from its id, is the smallest among its ten neighbours on both sides; so a page holds 11 items at least and 21 on average, and an
 * item that comes or goes moves no boundary but near itself. The newest page, which has the bare path, holds twenty at least, unless the
 * list is shorter.
 */
final class Paging {
    static final int NEAR = 10;
    static final int NEWEST = 20;

    /** From the oldest: the place at which each page begins. */
    private final int[] starts;

    private final int size;

    private Paging(int[] starts, int size) {
        this.starts = starts;
        this.size = size;
    }

    /**
     * @param newestFirst all items of the list
     * @param number      what an item draws; equal for equal items, always
     */
    static <T> Paging of(List<T> newestFirst, ToIntFunction<T> number) {
        int size = newestFirst.size();
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = number.applyAsInt(newestFirst.get(size - 1 - i));
        }
        int[] starts = new int[1 + size / (NEAR + 1)];
        int pages = 1;
        for (int i = NEAR; i + NEWEST <= size; i++) {
            if (isSmallest(drawn, i)) {
                starts[pages++] = i;
                i += NEAR;
            }
        }
        return new Paging(Arrays.copyOf(starts, pages), size);
    }

    private static boolean isSmallest(int[] drawn, int at) {
        for (int i = at - NEAR; i <= at + NEAR; i++) {
            if (i != at && drawn[i] <= drawn[at]) {
                return false;
            }
        }
        return true;
    }

    /** The number of an item. The bits of an id's own hash code lie too close together for a draw. */
    static int draw(String id) {
        int mixed = id.hashCode() * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    /** @return 1 at least */
    int pages() {
        return starts.length;
    }

    /** @param number 1 for the oldest page */
    <T> List<T> slice(List<T> newestFirst, int number) {
        int end = number == starts.length ? size : starts[number];
        return newestFirst.subList(size - end, size - starts[number - 1]);
    }

    /** @return the site path of a page of the list at {@code path} */
    static String path(String path, int number, int pages) {
        if (number == pages) {
            return path;
        }
        return (path.equals("/") ? "" : path) + "/page/" + number;
    }
}
