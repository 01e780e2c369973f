package nl.plein.site.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references, as far as they can hide a scheme in an address: numbers, and the names of the characters that matter there. */
final class Entities {
    private static final Pattern REFERENCE = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z]{2,10});?");
    private static final Map<String, String> NAMED = Map.of(
            "colon", ":", "Tab", "\t", "NewLine", "\n", "lpar", "(", "rpar", ")", "sol", "/", "bsol", "\\", "amp", "&",
            "quot", "\"", "period", ".");

    private Entities() {}

    static String decoded(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String reference, String whole) {
        if (!reference.startsWith("#")) {
            return NAMED.getOrDefault(reference, whole);
        }
        boolean hex = reference.length() > 1 && (reference.charAt(1) | 0x20) == 'x';
        try {
            int point = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
