package nl.plein.site.theme;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * One value of a design token as CSS. Everything is matched against what its type can be, so that no value can close a rule, load an
 * address or begin another declaration. Types are those of the W3C Design Tokens format (2025.10), and {@code ratio}.
 */
final class TokenValue {
    private static final String NUMBER = "-?(\\d+(\\.\\d+)?|\\.\\d+)(e-?\\d+)?";
    private static final String UNIT = "(px|rem|em|ch|ex|lh|rlh|vw|vh|vi|vb|svh|dvh|cqi|%|fr)";
    private static final Pattern PLAIN_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern LENGTH = Pattern.compile("0|" + NUMBER + UNIT);
    private static final Pattern FORMULA = Pattern.compile("(clamp|min|max|calc)\\([0-9a-z.%+*/ ,()-]{1,200}\\)");
    private static final Pattern FORMULA_WORD = Pattern.compile("[a-z]{2,}");
    private static final Pattern FORMULA_WORDS =
            Pattern.compile("px|rem|em|ch|ex|lh|rlh|vw|vh|vi|vb|svh|dvh|cqi|clamp|min|max|calc");
    private static final Pattern COLOR =
            Pattern.compile("#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|transparent|currentColor"
                    + "|(rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch)\\([0-9.%/, deg+-]{1,80}\\)");
    private static final Pattern FAMILY = Pattern.compile("[\\p{L}\\p{N} _-]{1,80}");
    private static final Pattern WEIGHT = Pattern.compile("[1-9]\\d{0,2}|1000|normal|bold|lighter|bolder");
    private static final Pattern DURATION = Pattern.compile("\\d+(\\.\\d+)?(ms|s)");
    private static final Pattern ALIAS = Pattern.compile("\\{([A-Za-z0-9_. -]{1,120})}");

    private final String name;

    TokenValue(String name) {
        this.name = name;
    }

    String css(String type, @Nullable Object value) {
        if (value instanceof String text && ALIAS.matcher(text).matches()) {
            return "var(" + Tokens.property(text.substring(1, text.length() - 1)) + ")";
        }
        return switch (type) {
            case "color" -> matching(COLOR, value, "a colour such as #1a2b3c");
            case "dimension" -> dimension(value);
            case "number" -> matching(PLAIN_NUMBER, value, "a number");
            case "ratio" -> ratio(value);
            case "fontFamily" -> family(value);
            case "fontWeight" -> matching(WEIGHT, value, "a weight from 1 to 1000");
            case "duration" -> duration(value);
            case "cubicBezier" -> bezier(value);
            case "shadow" -> shadow(value);
            default -> throw wrong("a known $type; '" + type + "' is none");
        };
    }

    private String dimension(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return matching(LENGTH, "" + map.get("value") + map.get("unit"), "a length");
        }
        String text = String.valueOf(value);
        boolean formula = FORMULA.matcher(text).matches()
                && FORMULA_WORD.matcher(text).results().allMatch(word -> FORMULA_WORDS
                        .matcher(word.group())
                        .matches());
        return formula ? text : matching(LENGTH, text, "a length such as 4px or 1.5rem");
    }

    private String ratio(@Nullable Object value) {
        return matching(Pattern.compile(NUMBER + "( ?/ ?" + NUMBER + ")?"), value, "a ratio such as 3/2");
    }

    private String duration(@Nullable Object value) {
        Object text = value instanceof Map<?, ?> map ? "" + map.get("value") + map.get("unit") : value;
        return matching(DURATION, text, "a duration such as 150ms");
    }

    private String family(@Nullable Object value) {
        List<?> names = value instanceof List<?> list
                ? list
                : List.of(String.valueOf(value).split("\\s*,\\s*"));
        return names.stream().map(this::oneFamily).collect(Collectors.joining(", "));
    }

    private String oneFamily(Object family) {
        String bare = String.valueOf(family).replaceAll("^[\"']|[\"']$", "");
        String checked = matching(FAMILY, bare, "font names");
        return checked.contains(" ") ? '"' + checked + '"' : checked;
    }

    private String bezier(@Nullable Object value) {
        if (!(value instanceof List<?> points) || points.size() != 4) {
            throw wrong("four numbers");
        }
        return points.stream()
                .map(point -> matching(PLAIN_NUMBER, point, "four numbers"))
                .collect(Collectors.joining(", ", "cubic-bezier(", ")"));
    }

    private String shadow(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::shadow).collect(Collectors.joining(", "));
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("an object with color, offsetX, offsetY, blur and spread");
        }
        String lengths = List.of("offsetX", "offsetY", "blur", "spread").stream()
                .map(part -> map.get(part) == null ? "0" : css("dimension", map.get(part)))
                .collect(Collectors.joining(" "));
        String inset = Boolean.TRUE.equals(map.get("inset")) ? "inset " : "";
        return inset + lengths + " " + css("color", map.get("color"));
    }

    private String matching(Pattern pattern, @Nullable Object value, String wanted) {
        String text = String.valueOf(value);
        if (!pattern.matcher(text).matches()) {
            throw wrong(wanted + ", not '" + text + "'");
        }
        return text;
    }

    private Trouble wrong(String wanted) {
        return new Trouble("The design token '" + name + "' must be " + wanted + ".");
    }
}
