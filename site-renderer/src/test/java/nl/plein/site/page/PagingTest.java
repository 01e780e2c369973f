package nl.plein.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void every_item_is_on_one_page_in_order() {
        for (int size = 0; size < 400; size++) {
            List<Integer> items = newestFirst(size);
            List<List<Integer>> pages = pages(items);
            List<Integer> all = new ArrayList<>();
            for (int i = pages.size() - 1; i >= 0; i--) {
                all.addAll(pages.get(i));
            }
            assertThat(all).isEqualTo(items);
        }
    }

    @Test
    void a_page_is_neither_short_nor_long() {
        List<List<Integer>> pages = pages(newestFirst(20_000));
        assertThat(pages.subList(1, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).hasSizeBetween(11, 90));
        assertThat(pages.get(pages.size() - 1)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(20_000 / pages.size()).isBetween(20, 22);
    }

    @Test
    void a_list_of_less_than_thirty_has_one_page() {
        for (int size = 0; size < 30; size++) {
            assertThat(pages(newestFirst(size))).hasSize(1);
        }
    }

    @Test
    void a_new_item_touches_at_most_two_pages() {
        List<List<Integer>> before = pages(newestFirst(0));
        for (int size = 1; size < 2_000; size++) {
            List<List<Integer>> after = pages(newestFirst(size));
            List<List<Integer>> known = before;
            long touched = IntStream.range(0, after.size())
                    .filter(i -> i >= known.size() || !known.get(i).equals(after.get(i)))
                    .count();
            assertThat(touched).isBetween(1L, 2L);
            before = after;
        }
    }

    @Test
    void an_item_that_goes_or_comes_anywhere_changes_what_is_on_three_pages_at_most() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Integer> items = newestFirst(1_000);
            List<Integer> fewer = new ArrayList<>(items);
            fewer.remove(random.nextInt(items.size()));
            List<List<Integer>> more = pages(items);
            List<List<Integer>> less = pages(fewer);
            assertThat(more.stream().filter(page -> !less.contains(page)).count())
                    .isLessThanOrEqualTo(3);
            assertThat(less.stream().filter(page -> !more.contains(page)).count())
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void an_item_that_goes_mostly_leaves_the_numbers_of_the_other_pages() {
        List<Integer> items = newestFirst(1_000);
        int pages = pages(items).size();
        long same = IntStream.range(0, items.size())
                .filter(at -> {
                    List<Integer> fewer = new ArrayList<>(items);
                    fewer.remove(at);
                    return pages(fewer).size() == pages;
                })
                .count();
        assertThat(same).isGreaterThan(900);
    }

    @Test
    void the_newest_page_has_the_bare_path() {
        assertThat(Paging.path("/nieuws", 3, 3)).isEqualTo("/nieuws");
        assertThat(Paging.path("/nieuws", 1, 3)).isEqualTo("/nieuws/page/1");
        assertThat(Paging.path("/", 1, 3)).isEqualTo("/page/1");
    }

    /** Oldest first. */
    private static List<List<Integer>> pages(List<Integer> items) {
        Paging paging = Paging.of(items, item -> Paging.draw("item " + item));
        return IntStream.rangeClosed(1, paging.pages())
                .mapToObj(number -> paging.slice(items, number))
                .toList();
    }

    private static List<Integer> newestFirst(int size) {
        return IntStream.range(0, size).mapToObj(i -> size - i).toList();
    }
}
