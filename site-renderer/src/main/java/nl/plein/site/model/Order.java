package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.model.EntryQuery.Condition;

/**
 * Entries of some types in one locale by one field. Who reads a window of it depends on the gaps that it walked over: between two
 * neighbours, before the first and behind the last. An entry that comes, goes or moves touches the gaps where it is and where it was.
 */
final class Order {
    private final String field;
    private final long key;
    private final Comparator<Entry> by;
    private final ArrayList<Entry> ascending;
    private int others;

    /** @param key of {@link ReadKeys#order} */
    Order(String field, long key, Collection<Entry> entries) {
        this.field = field;
        this.key = key;
        this.by = EntryQuery.order(field, false);
        this.ascending = new ArrayList<>(entries);
        this.ascending.sort(by);
        this.ascending.forEach(entry -> others += isText(entry) ? 0 : 1);
    }

    void add(Entry entry) {
        int at = Collections.binarySearch(ascending, entry, by);
        if (at < 0) {
            ascending.add(-at - 1, entry);
            others += isText(entry) ? 0 : 1;
        }
    }

    void remove(Entry entry) {
        int at = Collections.binarySearch(ascending, entry, by);
        if (at >= 0) {
            ascending.remove(at);
            others -= isText(entry) ? 0 : 1;
        }
    }

    /** The gaps around the place that an entry has, or would have. */
    void gaps(Entry entry, LongConsumer keys) {
        int at = Collections.binarySearch(ascending, entry, by);
        keys.accept(gap(at < 0 ? -at - 2 : at - 1));
        if (at >= 0) {
            keys.accept(gap(at));
        }
    }

    /** @param reads told each gap that the answer depends on */
    List<Entry> window(EntryQuery query, Judge judge, LongConsumer reads) {
        int from = 0;
        int to = ascending.size();
        for (Condition condition : query.conditions()) {
            if (others == 0 && condition.field().equals(field)) {
                if (condition.comparison() == Comparison.FROM) {
                    from = Math.max(from, firstAtLeast(condition.value()));
                } else if (condition.comparison() == Comparison.BEFORE) {
                    to = Math.min(to, firstAtLeast(condition.value()));
                }
            }
        }
        List<Entry> found = new ArrayList<>();
        int skipped = 0;
        reads.accept(gap(query.descending() ? Math.max(from, to) - 1 : from - 1));
        for (int i = from; i < to && (query.take() < 0 || found.size() < query.take()); i++) {
            int at = query.descending() ? to - 1 - (i - from) : i;
            Entry entry = ascending.get(at);
            reads.accept(gap(query.descending() ? at - 1 : at));
            if (judge.wants(entry) && skipped++ >= query.skip()) {
                found.add(entry);
            }
        }
        return found;
    }

    private long gap(int before) {
        return ReadKeys.gap(key, before < 0 ? "" : ascending.get(before).id());
    }

    private boolean isText(Entry entry) {
        Object value = entry.sortKey(field);
        return value == null || value instanceof String;
    }

    private int firstAtLeast(String value) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = low + high >>> 1;
            Object own = ascending.get(middle).sortKey(field);
            if ((own == null ? "" : (String) own).compareTo(value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
