package nl.plein.site.page;

import java.util.List;

/**
 * Pages of a list with stable boundaries: numbered from the oldest, twenty on each, and the newest page, which has the bare path, takes
 * what is left: up to thirty-nine. So a new item touches the newest page, and one page more only when that splits.
 */
public final class Paging {
    public static final int SIZE = 20;

    private Paging() {}

    /** @return 1 at least */
    public static int pages(int items) {
        return Math.max(1, items / SIZE);
    }

    /**
     * @param newestFirst all items of the list
     * @param number      1 for the oldest page
     */
    public static <T> List<T> slice(List<T> newestFirst, int number) {
        int older = (number - 1) * SIZE;
        int size = newestFirst.size();
        int from = number == pages(size) ? 0 : size - older - SIZE;
        return newestFirst.subList(from, size - older);
    }

    /** @return the site path of a page of the list at {@code path} */
    public static String path(String path, int number, int pages) {
        if (number == pages) {
            return path;
        }
        return (path.equals("/") ? "" : path) + "/page/" + number;
    }
}
