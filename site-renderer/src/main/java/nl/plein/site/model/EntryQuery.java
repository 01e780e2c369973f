package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries, in which order, and how many: data, so that a read set can keep it.
 *
 * @param types    empty for all
 * @param refersTo only what refers to this entry
 * @param parent   only what lies directly under this entry
 * @param take     -1 for all
 */
public record EntryQuery(
        String locale,
        List<String> types,
        @Nullable String refersTo,
        @Nullable String parent,
        List<Condition> conditions,
        String order,
        boolean descending,
        int skip,
        int take) {

    /** {@code EQUAL} also holds when the field is a list that contains the value, or a reference to that entry. */
    public enum Comparison {
        EQUAL,
        FROM,
        BEFORE,
        UNDER,
        NOT
    }

    /** @param field a field, or path, id, publishedAt, updatedAt, title */
    public record Condition(String field, Comparison comparison, String value) {
        boolean holds(Entry entry) {
            Object actual = "id".equals(field) ? entry.id() : entry.sortKey(field);
            return switch (comparison) {
                case EQUAL -> matches(actual);
                case NOT -> !matches(actual);
                case FROM -> actual != null && String.valueOf(actual).compareTo(value) >= 0;
                case BEFORE -> actual != null && String.valueOf(actual).compareTo(value) < 0;
                case UNDER -> entry.path().startsWith(value.endsWith("/") ? value : value + "/");
            };
        }

        private boolean matches(@Nullable Object actual) {
            if (actual instanceof List<?> list) {
                for (Object item : list) {
                    if (matches(item)) {
                        return true;
                    }
                }
                return false;
            }
            return value.equals(text(actual));
        }

        /** The values with which {@code EQUAL} on this field would hold. */
        static Set<String> valuesOf(Entry entry, String field) {
            Set<String> values = new LinkedHashSet<>();
            collect("id".equals(field) ? entry.id() : entry.sortKey(field), values);
            return values;
        }

        private static void collect(@Nullable Object actual, Set<String> values) {
            if (actual instanceof List<?> list) {
                list.forEach(item -> collect(item, values));
                return;
            }
            String text = text(actual);
            if (text != null) {
                values.add(text);
            }
        }

        private static @Nullable String text(@Nullable Object actual) {
            Object plain = actual instanceof Map<?, ?> map ? map.get("entry") : actual;
            return plain == null ? null : String.valueOf(plain);
        }
    }

    public static EntryQuery newest(String locale, List<String> types) {
        return new EntryQuery(locale, List.copyOf(types), null, null, List.of(), "publishedAt", true, 0, -1);
    }

    public EntryQuery where(String field, Comparison comparison, String value) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(field, comparison, value));
        return new EntryQuery(locale, types, refersTo, parent, List.copyOf(more), order, descending, skip, take);
    }

    public EntryQuery referringTo(String id) {
        return new EntryQuery(locale, types, id, parent, conditions, order, descending, skip, take);
    }

    /** Only what has a page to link to. */
    public EntryQuery withPage() {
        return where("path", Comparison.NOT, "");
    }

    public EntryQuery childrenOf(String id) {
        return new EntryQuery(locale, types, refersTo, id, conditions, order, descending, skip, take);
    }

    public EntryQuery by(String field, boolean newestFirst) {
        return new EntryQuery(locale, types, refersTo, parent, conditions, field, newestFirst, skip, take);
    }

    public EntryQuery drop(int count) {
        int left = take < 0 ? -1 : Math.max(0, take - count);
        return new EntryQuery(
                locale, types, refersTo, parent, conditions, order, descending, skip + Math.max(0, count), left);
    }

    public EntryQuery take(int count) {
        int wanted = Math.max(0, count);
        int least = take < 0 ? wanted : Math.min(take, wanted);
        return new EntryQuery(locale, types, refersTo, parent, conditions, order, descending, skip, least);
    }

    boolean wants(Entry entry) {
        if (!types.isEmpty() && !types.contains(entry.type())) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.holds(entry)) {
                return false;
            }
        }
        return true;
    }

    /** Total: what is equal is ordered by id, so that pages don't shift. */
    public static Comparator<Entry> order(String field, boolean descending) {
        Comparator<Entry> by = Comparator.<Entry, Object>comparing(
                        entry -> Objects.requireNonNullElse(entry.sortKey(field), ""), EntryQuery::compare)
                .thenComparing(Entry::id);
        return descending ? by.reversed() : by;
    }

    /** Total also where a field holds numbers here and texts there: numbers come first. */
    private static int compare(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (one instanceof Number || other instanceof Number) {
            return one instanceof Number ? -1 : 1;
        }
        return String.valueOf(one).compareTo(String.valueOf(other));
    }
}
