package nl.plein.site.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.site.kernel.Slug;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** The methods of plain values. */
final class Methods {
    /** There is no such method or member. */
    static final Object NONE = new Object();

    private static final int LONGEST = 1 << 20;

    private Methods() {}

    static @Nullable Object call(Object base, String name, List<Object> arguments) {
        if (base instanceof RawHtml raw) {
            return name.equals("length") ? raw.length() : NONE;
        }
        if (base instanceof String text) {
            return text(text, name, arguments);
        }
        if (base instanceof Map<?, ?> map) {
            return map(map, name, arguments);
        }
        if (base instanceof Collection<?> list) {
            return list(list instanceof List<?> items ? items : List.copyOf(list), name, arguments);
        }
        return base instanceof Number number ? number(number, name, arguments) : NONE;
    }

    private static Object text(String text, String name, List<Object> arguments) {
        return switch (name) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "length" -> text.length();
            case "trim" -> text.strip();
            case "slug" -> Slug.of(text);
            case "initials" -> initials(text);
            case "isEmpty" -> text.isEmpty();
            case "truncate" -> Text.cut(text, whole(arguments, 0));
            case "startsWith" -> text.startsWith(words(arguments, 0));
            case "endsWith" -> text.endsWith(words(arguments, 0));
            case "contains" -> text.contains(words(arguments, 0));
            case "replace" -> replaced(text, words(arguments, 0), words(arguments, 1));
            case "split" ->
                words(arguments, 0).isEmpty()
                        ? List.of(text)
                        : Arrays.asList(text.split(Pattern.quote(words(arguments, 0))));
            case "plus", "+" -> limited(text + arguments.get(0));
            default -> NONE;
        };
    }

    private static @Nullable Object list(List<?> list, String name, List<Object> arguments) {
        return switch (name) {
            case "size" -> list.size();
            case "isEmpty" -> list.isEmpty();
            case "first" -> list.isEmpty() ? null : list.get(0);
            case "last" -> list.isEmpty() ? null : list.get(list.size() - 1);
            case "take" -> list.subList(0, Math.max(0, Math.min(list.size(), whole(arguments, 0))));
            case "drop" -> list.subList(Math.max(0, Math.min(list.size(), whole(arguments, 0))), list.size());
            case "get" ->
                whole(arguments, 0) >= 0 && whole(arguments, 0) < list.size() ? list.get(whole(arguments, 0)) : null;
            case "contains" -> list.contains(argument(arguments, 0));
            case "join" -> limited(list.stream().map(String::valueOf).collect(Collectors.joining(words(arguments, 0))));
            case "reversed" -> reversed(list);
            default -> NONE;
        };
    }

    private static @Nullable Object map(Map<?, ?> map, String name, List<Object> arguments) {
        if (name.equals("get") && arguments.size() == 1) {
            return map.get(arguments.get(0));
        }
        if (map.containsKey(name) || !arguments.isEmpty()) {
            return arguments.isEmpty() ? map.get(name) : NONE;
        }
        return switch (name) {
            case "size" -> map.size();
            case "isEmpty" -> map.isEmpty();
            case "keys" -> List.copyOf(map.keySet());
            default -> null;
        };
    }

    private static Object number(Number number, String name, List<Object> arguments) {
        return switch (name) {
            case "plus", "+" -> narrowed(decimal(number).add(decimal(argument(arguments, 0))));
            case "minus", "-" -> narrowed(decimal(number).subtract(decimal(argument(arguments, 0))));
            case "times" -> narrowed(decimal(number).multiply(decimal(argument(arguments, 0))));
            case "mod" -> narrowed(remainder(number, argument(arguments, 0)));
            default -> NONE;
        };
    }

    private static BigDecimal remainder(Number number, Object divisor) {
        if (decimal(divisor).signum() == 0) {
            throw new Trouble("mod(0) has no answer");
        }
        return decimal(number).remainder(decimal(divisor));
    }

    private static Object narrowed(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.precision() > 40) {
            throw new Trouble("a number has more than 40 digits");
        }
        return bare.scale() <= 0 && bare.precision() - bare.scale() <= 18 ? (Object) bare.longValueExact() : bare;
    }

    private static BigDecimal decimal(Object value) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new Trouble("'" + value + "' is not a number", e);
        }
    }

    private static String replaced(String text, String old, String fresh) {
        long most = text.length() + (long) text.length() * fresh.length();
        if (old.isEmpty()
                || most > LONGEST
                        && text.split(Pattern.quote(old), -1).length * (long) fresh.length() + text.length()
                                > LONGEST) {
            return text;
        }
        return text.replace(old, fresh);
    }

    private static String limited(String text) {
        if (text.length() > LONGEST) {
            throw new Trouble("a text has more than " + LONGEST + " characters");
        }
        return text;
    }

    /** The first letters of the first and the last word. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        String last = words.length < 2 ? "" : words[words.length - 1];
        return (first + (last.isEmpty() ? "" : last.substring(0, last.offsetByCodePoints(0, 1))))
                .toUpperCase(Locale.ROOT);
    }

    private static List<?> reversed(List<?> list) {
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Object argument(List<Object> arguments, int index) {
        if (index >= arguments.size()) {
            throw new Trouble("a value is missing between the brackets");
        }
        return arguments.get(index);
    }

    private static String words(List<Object> arguments, int index) {
        return String.valueOf(argument(arguments, index));
    }

    private static int whole(List<Object> arguments, int index) {
        return decimal(argument(arguments, index)).intValue();
    }
}
