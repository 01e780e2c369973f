package nl.plein.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void every_item_is_on_exactly_one_page() {
        for (int size = 0; size < 130; size++) {
            List<Integer> items = newestFirst(size);
            List<Integer> read = new ArrayList<>();
            for (int number = Paging.pages(size); number >= 1; number--) {
                read.addAll(Paging.slice(items, number));
            }
            assertThat(read).isEqualTo(items);
        }
    }

    @Test
    void the_newest_page_holds_twenty_to_thirty_nine_and_all_others_twenty() {
        for (int size = 20; size < 400; size++) {
            List<Integer> items = newestFirst(size);
            int pages = Paging.pages(size);
            assertThat(Paging.slice(items, pages).size()).isBetween(20, 39);
            for (int number = 1; number < pages; number++) {
                assertThat(Paging.slice(items, number)).hasSize(20);
            }
        }
    }

    @Test
    void a_new_item_touches_at_most_two_pages() {
        for (int size = 0; size < 400; size++) {
            List<List<Integer>> before = pages(size);
            List<List<Integer>> after = pages(size + 1);
            long touched = IntStream.range(0, after.size())
                    .filter(i -> i >= before.size() || !before.get(i).equals(after.get(i)))
                    .count();
            assertThat(touched).isBetween(1L, 2L);
        }
    }

    @Test
    void the_newest_page_has_the_bare_path() {
        assertThat(Paging.path("/nieuws", 3, 3)).isEqualTo("/nieuws");
        assertThat(Paging.path("/nieuws", 1, 3)).isEqualTo("/nieuws/page/1");
        assertThat(Paging.path("/", 1, 3)).isEqualTo("/page/1");
    }

    private static List<List<Integer>> pages(int size) {
        return IntStream.rangeClosed(1, Paging.pages(size))
                .mapToObj(number -> Paging.slice(newestFirst(size), number))
                .toList();
    }

    private static List<Integer> newestFirst(int size) {
        return IntStream.range(0, size).mapToObj(i -> size - i).toList();
    }
}
