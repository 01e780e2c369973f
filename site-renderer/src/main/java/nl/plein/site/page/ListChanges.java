package nl.plein.site.page;

import java.util.HashSet;
import java.util.Set;

/**
 * What the lists of a tree became.
 *
 * @param keys  reads that would give something else now
 * @param paths of pages that came, went, or hold other items
 * @param lists paths of lists of which feed and calendar are to be made again, or to be taken away
 */
public record ListChanges(Set<Long> keys, Set<String> paths, Set<String> lists) {
    ListChanges() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    void compare(String path, ListState before, ListState after) {
        if (before.list() != after.list() || !before.host().equals(after.host())) {
            keys.add(ListReads.at(path));
            all(path, before);
            all(path, after);
            return;
        }
        if (before.total() != after.total()) {
            keys.add(ListReads.total(path));
            if (before.total() == 0 || after.total() == 0) {
                keys.add(ListReads.empty(path));
            }
        }
        int fewest = Math.min(before.pages(), after.pages());
        int most = Math.max(before.pages(), after.pages());
        if (fewest != most) {
            keys.add(ListReads.pages(path));
        }
        for (int number = 1; number <= most; number++) {
            boolean moved = fewest != most && number >= fewest;
            if (moved) {
                keys.add(ListReads.address(path, number));
            }
            if (moved || !before.slices().get(number - 1).equals(after.slices().get(number - 1))) {
                page(path, number, before);
                page(path, number, after);
            }
        }
    }

    private void all(String path, ListState state) {
        if (state.list() == null) {
            return;
        }
        keys.add(ListReads.home(state.list().key(), state.list().locale()));
        keys.add(ListReads.total(path));
        keys.add(ListReads.empty(path));
        keys.add(ListReads.pages(path));
        for (int number = 1; number <= state.pages(); number++) {
            keys.add(ListReads.address(path, number));
            page(path, number, state);
        }
        lists.add(path);
    }

    private void page(String path, int number, ListState state) {
        if (number <= state.pages()) {
            paths.add(Paging.path(path, number, state.pages()));
        }
    }
}
