package nl.plein.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * One kind of list that a site has, as theme.json or the setting "lists" says it.
 *
 * @param types what is listed; empty for everything that refers
 * @param on    hangs on each entry of these types and lists what refers to it; empty for a list with a path of its own
 * @param path  by locale, without the locale's prefix
 * @param title by locale, empty when the theme's text {@code list.<key>} is meant
 */
record ListRule(
        String key,
        List<String> types,
        List<String> on,
        Map<String, String> path,
        Map<String, String> title,
        String order,
        boolean feed) {

    static List<ListRule> all(List<?> json) {
        List<ListRule> rules = new ArrayList<>();
        for (Object item : json) {
            if (!(item instanceof Map<?, ?> map) || map.get("key") == null) {
                throw new Trouble(
                        "Each of the lists in theme.json (or in the setting \"lists\") is an object with a key.");
            }
            Object order = map.get("order");
            rules.add(new ListRule(
                    String.valueOf(map.get("key")),
                    texts(map.get("types")),
                    texts(map.get("on")),
                    byLocale(map.get("path")),
                    byLocale(map.get("title")),
                    order == null ? "publishedAt" : String.valueOf(order).replaceFirst("^-", ""),
                    !Boolean.FALSE.equals(map.get("feed"))));
        }
        return rules;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, String> byLocale(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((locale, text) -> texts.put(String.valueOf(locale), String.valueOf(text)));
        }
        return texts;
    }
}
