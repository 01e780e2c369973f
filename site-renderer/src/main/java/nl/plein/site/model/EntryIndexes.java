package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.model.EntryQuery.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries over all entries of some types in one locale without looking at each: by orders and by equal values, both built when
 * they are first asked for. So a page that asks for its neighbours costs the same in a site of a hundred and of a hundred thousand.
 */
final class EntryIndexes {
    /** @param types as the query names them; the key of everything that follows */
    private record Field(String locale, List<String> types, String name) {}

    private final Function<EntryQuery, List<Entry>> candidates;
    private final Map<Field, Order> orders = new ConcurrentHashMap<>();
    private final Map<Field, Map<String, List<Entry>>> values = new ConcurrentHashMap<>();

    /** @param candidates all entries of a query's locale and types */
    EntryIndexes(Function<EntryQuery, List<Entry>> candidates) {
        this.candidates = candidates;
    }

    List<Entry> window(EntryQuery query) {
        for (Condition condition : query.conditions()) {
            if (condition.comparison() == Comparison.EQUAL) {
                return few(query, equal(query, condition));
            }
        }
        Field field = new Field(query.locale(), query.types(), query.order());
        return orders.computeIfAbsent(field, key -> Order.of(candidates.apply(query), key.name()))
                .window(query);
    }

    /** A query over a handful: filtered and sorted as it is. */
    static List<Entry> few(EntryQuery query, List<Entry> entries) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (query.wants(entry)) {
                found.add(entry);
            }
        }
        found.sort(EntryQuery.order(query.order(), query.descending()));
        int from = Math.min(found.size(), query.skip());
        int to = query.take() < 0 ? found.size() : Math.min(found.size(), from + query.take());
        return found.subList(from, to);
    }

    private List<Entry> equal(EntryQuery query, Condition condition) {
        Field field = new Field(query.locale(), query.types(), condition.field());
        return values.computeIfAbsent(field, key -> byValue(candidates.apply(query), condition))
                .getOrDefault(condition.value(), List.of());
    }

    private static Map<String, List<Entry>> byValue(List<Entry> entries, Condition condition) {
        Map<String, List<Entry>> index = new HashMap<>();
        for (Entry entry : entries) {
            condition.valuesOf(entry).forEach(value -> index.computeIfAbsent(value, key -> new ArrayList<>())
                    .add(entry));
        }
        return index;
    }

    /**
     * All entries by one field.
     *
     * @param keys of the entries as text; null when they are not all text, and then ranges are read one by one
     */
    private record Order(List<Entry> ascending, @Nullable List<String> keys) {
        static Order of(List<Entry> entries, String field) {
            List<Entry> sorted = new ArrayList<>(entries);
            sorted.sort(EntryQuery.order(field, false));
            List<String> keys = new ArrayList<>(sorted.size());
            for (Entry entry : sorted) {
                Object key = entry.sortKey(field);
                if (key != null && !(key instanceof String)) {
                    return new Order(sorted, null);
                }
                keys.add(key == null ? "" : (String) key);
            }
            return new Order(sorted, keys);
        }

        List<Entry> window(EntryQuery query) {
            int from = 0;
            int to = ascending.size();
            for (Condition condition : query.conditions()) {
                if (keys != null && condition.field().equals(query.order())) {
                    switch (condition.comparison()) {
                        case FROM -> from = Math.max(from, firstAtLeast(keys, condition.value()));
                        case BEFORE -> to = Math.min(to, firstAtLeast(keys, condition.value()));
                        default -> {
                            // judged entry by entry
                        }
                    }
                }
            }
            return walk(query, from, to);
        }

        private List<Entry> walk(EntryQuery query, int from, int to) {
            List<Entry> found = new ArrayList<>();
            int skipped = 0;
            for (int i = from; i < to && (query.take() < 0 || found.size() < query.take()); i++) {
                Entry entry = ascending.get(query.descending() ? to - 1 - (i - from) : i);
                if (query.wants(entry) && skipped++ >= query.skip()) {
                    found.add(entry);
                }
            }
            return found;
        }

        private static int firstAtLeast(List<String> keys, String value) {
            int found = Collections.binarySearch(keys, value);
            int at = found < 0 ? -found - 1 : found;
            while (at > 0 && keys.get(at - 1).equals(value)) {
                at--;
            }
            return at;
        }
    }
}
