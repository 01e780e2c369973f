package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.model.EntryQuery.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries over all entries of some types in one locale without looking at each: by orders and by equal values, both built when
 * they are first asked for and kept up to date from then on. So a page that asks for its neighbours costs the same in a site of a hundred
 * and of a hundred thousand.
 */
final class EntryIndexes {
    /** @param types as the query names them; the key of everything that follows */
    private record Field(String locale, List<String> types, String name) {
        boolean holds(Entry entry) {
            return entry.locale().equals(locale) && (types.isEmpty() || types.contains(entry.type()));
        }
    }

    private final Function<EntryQuery, Collection<Entry>> candidates;
    private final Map<Field, Order> orders = new ConcurrentHashMap<>();
    private final Map<Field, Map<String, Map<String, Entry>>> values = new ConcurrentHashMap<>();

    /** @param candidates all entries of a query's locale and types */
    EntryIndexes(Function<EntryQuery, Collection<Entry>> candidates) {
        this.candidates = candidates;
    }

    List<Entry> window(EntryQuery query, LongConsumer reads) {
        for (Condition condition : query.conditions()) {
            if (condition.comparison() == Comparison.EQUAL) {
                return few(query, equal(query, condition, reads), reads);
            }
        }
        Field field = new Field(query.locale(), query.types(), query.order());
        return orders.computeIfAbsent(
                        field,
                        key -> new Order(
                                key.name(),
                                ReadKeys.order(key.locale(), key.types(), key.name()),
                                candidates.apply(query)))
                .window(query, new Judge(query, false, reads), reads);
    }

    /** A query over a handful: filtered and sorted as it is. */
    static List<Entry> few(EntryQuery query, Collection<Entry> entries, LongConsumer reads) {
        Judge judge = new Judge(query, true, reads);
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (judge.wants(entry)) {
                found.add(entry);
            }
        }
        found.sort(EntryQuery.order(query.order(), query.descending()));
        int from = Math.min(found.size(), query.skip());
        int to = query.take() < 0 ? found.size() : Math.min(found.size(), from + query.take());
        return found.subList(from, to);
    }

    /** The gaps of all orders around an entry that comes, goes or moves in them; asked before anything is changed. */
    void gaps(@Nullable Entry before, @Nullable Entry after, LongConsumer keys) {
        orders.forEach((field, order) -> {
            Entry old = before != null && field.holds(before) ? before : null;
            Entry now = after != null && field.holds(after) ? after : null;
            boolean stays =
                    old != null && now != null && Objects.equals(old.sortKey(field.name()), now.sortKey(field.name()));
            if (old != null && !stays) {
                order.gaps(old, keys);
            }
            if (now != null && !stays) {
                order.gaps(now, keys);
            }
        });
    }

    void remove(Entry entry) {
        orders.forEach((field, order) -> {
            if (field.holds(entry)) {
                order.remove(entry);
            }
        });
        values.forEach((field, index) -> {
            if (field.holds(entry)) {
                for (String value : Condition.valuesOf(entry, field.name())) {
                    Map<String, Entry> holders = index.get(value);
                    if (holders != null) {
                        holders.remove(entry.id());
                    }
                }
            }
        });
    }

    void add(Entry entry) {
        orders.forEach((field, order) -> {
            if (field.holds(entry)) {
                order.add(entry);
            }
        });
        values.forEach((field, index) -> {
            if (field.holds(entry)) {
                put(index, entry, field.name());
            }
        });
    }

    private Collection<Entry> equal(EntryQuery query, Condition condition, LongConsumer reads) {
        List<String> types = query.types().isEmpty() ? List.of("*") : query.types();
        types.forEach(
                type -> reads.accept(ReadKeys.valued(query.locale(), type, condition.field(), condition.value())));
        Field field = new Field(query.locale(), query.types(), condition.field());
        return values.computeIfAbsent(field, key -> byValue(candidates.apply(query), condition.field()))
                .getOrDefault(condition.value(), Map.of())
                .values();
    }

    private static Map<String, Map<String, Entry>> byValue(Collection<Entry> entries, String field) {
        Map<String, Map<String, Entry>> index = new HashMap<>();
        entries.forEach(entry -> put(index, entry, field));
        return index;
    }

    private static void put(Map<String, Map<String, Entry>> index, Entry entry, String field) {
        for (String value : Condition.valuesOf(entry, field)) {
            index.computeIfAbsent(value, key -> new HashMap<>()).put(entry.id(), entry);
        }
    }
}
