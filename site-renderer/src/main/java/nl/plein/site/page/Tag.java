package nl.plein.site.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An opening tag of rich text.
 *
 * @param attributes by lower-case name, values unescaped
 * @param end        where the text goes on behind it
 */
record Tag(String name, Map<String, String> attributes, int end) {

    /** @param at behind the name */
    static Tag read(String name, String text, int at) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int i = at;
        while (i < text.length() && text.charAt(i) != '>') {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '/') {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && "=> /\t\n\r".indexOf(text.charAt(i)) < 0) {
                i++;
            }
            String attribute = text.substring(start, i).toLowerCase(Locale.ROOT);
            String value = "";
            if (text.startsWith("=\"", i)) {
                int close = text.indexOf('"', i + 2);
                close = close < 0 ? text.length() : close;
                value = text.substring(i + 2, close);
                i = Math.min(text.length(), close + 1);
            } else if (i < text.length() && text.charAt(i) == '=') {
                i++;
            }
            attributes.putIfAbsent(attribute, unescaped(value));
        }
        return new Tag(name, attributes, Math.min(text.length(), i + 1));
    }

    Optional<String> get(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    private static String unescaped(String value) {
        return value.indexOf('&') < 0
                ? value
                : value.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }
}
