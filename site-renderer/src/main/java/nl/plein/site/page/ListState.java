package nl.plein.site.page;

import java.util.ArrayList;
import java.util.List;
import nl.plein.site.model.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What stood at a path of a list, small enough to be kept for each.
 *
 * @param list   null when none was shown
 * @param slices by page, oldest first: a number that differs when other items are on it
 */
record ListState(@Nullable Listing list, String host, int total, List<Long> slices) {
    static final ListState NONE = new ListState(null, "", 0, List.of());

    static ListState of(@Nullable Listing list) {
        if (list == null) {
            return NONE;
        }
        List<Long> slices = new ArrayList<>(list.pages());
        for (int number = 1; number <= list.pages(); number++) {
            long mixed = 0;
            for (Entry item : list.slice(number)) {
                mixed = (mixed ^ item.id().hashCode()) * 0x9E3779B97F4A7C15L;
                mixed ^= mixed >>> 31;
            }
            slices.add(mixed);
        }
        return new ListState(
                list, list.host().map(Entry::id).orElse(""), list.items().size(), slices);
    }

    int pages() {
        return slices.size();
    }
}
