package nl.plein.cms.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;

/** One step of an order. Entries without a value come last, whichever way it runs. */
public record SortKey(String field, boolean descending) {

    static final int MAX_KEYS = 4;

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");

    /** Reads {@code -publishedAt,title}: fields separated by commas, a minus before one that runs down.
     * @throws Invalid {@code bad-sort} for anything else, a field named twice, or more than four */
    public static List<SortKey> parse(String sort) {
        List<SortKey> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : sort.split(",", MAX_KEYS + 2)) {
            String name = part.strip();
            boolean descending = name.startsWith("-");
            String field = descending ? name.substring(1) : name;
            if (field.length() > 100 || !FIELD.matcher(field).matches()) {
                throw bad("'" + shortened(part) + "' is no field's name");
            }
            if (!seen.add(field)) {
                throw bad("'" + field + "' is named twice");
            }
            keys.add(new SortKey(field, descending));
        }
        if (keys.size() > MAX_KEYS) {
            throw bad("at most " + MAX_KEYS + " fields can be named");
        }
        return List.copyOf(keys);
    }

    public static String print(List<SortKey> keys) {
        return keys.stream().map(k -> (k.descending() ? "-" : "") + k.field()).collect(Collectors.joining(","));
    }

    private static String shortened(String part) {
        return part.length() > 40 ? part.substring(0, 40) + "…" : part;
    }

    private static Invalid bad(String reason) {
        return new Invalid(
                "bad-sort", "Sort: " + reason + ". Write fields separated by commas, as in sort=-publishedAt,title.");
    }
}
