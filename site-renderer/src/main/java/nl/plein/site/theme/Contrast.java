package nl.plein.site.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the colours of a theme can be told apart, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11). Which colours lie on which is
 * said by the theme itself, in {@code $extensions} of its tokens.json:
 * {@code "nl.plein.contrast": {"text": ["color.ink on color.surface"], "shape": ["color.line-strong on color.surface"]}}.
 * Text needs 4.5 to 1, borders and other shapes 3 to 1. Colours that let something shine through are not judged.
 */
public final class Contrast {
    static final String EXTENSION = "nl.plein.contrast";
    private static final Map<String, Double> LEAST = Map.of("text", 4.5, "shape", 3.0);
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern PARTS =
            Pattern.compile("(rgb|hsl)a?\\(([\\d.]+)(?:deg|%)?[ ,]+([\\d.]+)(%?)[ ,]+([\\d.]+)%?\\)");

    private Contrast() {}

    /** The least ratio that a pair needs. @param kind {@code text} or {@code shape} */
    public static double least(String kind) {
        return LEAST.getOrDefault(kind, 4.5);
    }

    /** @return a sentence for each pair that is too low, in the order of the theme */
    public static List<String> findings(Tokens tokens) {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, String> pair : tokens.contrastPairs().entrySet()) {
            String[] names = pair.getKey().split(" on ");
            double least = least(pair.getValue());
            for (boolean dark : new boolean[] {false, true}) {
                Optional<Double> ratio = names.length == 2 ? ratio(tokens, names[0], names[1], dark) : Optional.empty();
                ratio.filter(value -> value < least)
                        .ifPresent(value -> findings.add(String.format(
                                Locale.ROOT,
                                "%s has a contrast of %.2f%s; %s needs %.1f",
                                pair.getKey(),
                                value,
                                dark ? " in the dark" : "",
                                pair.getValue(),
                                least)));
            }
        }
        return findings;
    }

    /** @return 1 to 21; empty if one of the two is unknown or can't be judged */
    static Optional<Double> ratio(Tokens tokens, String above, String below, boolean dark) {
        double[] one = tokens.value(above, dark).map(Contrast::rgb).orElse(null);
        double[] other = tokens.value(below, dark).map(Contrast::rgb).orElse(null);
        if (one == null || other == null) {
            return Optional.empty();
        }
        double first = luminance(one);
        double second = luminance(other);
        return Optional.of((Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05));
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** @return red, green and blue from 0 to 1; null for what is none of the common forms */
    private static double @Nullable [] rgb(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        if (HEX.matcher(text).matches()) {
            int each = text.length() == 4 ? 1 : 2;
            double[] rgb = new double[3];
            for (int i = 0; i < 3; i++) {
                String part = text.substring(1 + i * each, 1 + (i + 1) * each);
                rgb[i] = Integer.parseInt(each == 1 ? part + part : part, 16) / 255.0;
            }
            return rgb;
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        double first = Double.parseDouble(parts.group(2));
        double second = Double.parseDouble(parts.group(3));
        double third = Double.parseDouble(parts.group(5));
        if (parts.group(1).equals("hsl")) {
            return fromHsl(first, second / 100, third / 100);
        }
        double most = parts.group(4).isEmpty() ? 255 : 100;
        return new double[] {first / most, second / most, third / most};
    }

    private static double[] fromHsl(double hue, double saturation, double lightness) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        double[] rgb = new double[3];
        int[] offsets = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double turn = (offsets[i] + hue / 30) % 12;
            rgb[i] = lightness - reach * Math.max(-1, Math.min(Math.min(turn - 3, 9 - turn), 1));
        }
        return rgb;
    }
}
