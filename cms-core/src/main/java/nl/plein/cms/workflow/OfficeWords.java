package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words and groups of words in a text, in time that does not grow with their number. */
final class OfficeWords {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d-])[\\p{L}\\d][\\p{L}\\d-]*");
    private static final Pattern FIRST = Pattern.compile("[\\p{L}\\d-]+");

    private final Map<String, String> better;

    /** Those that begin with the same word, the longest first. */
    private final Map<String, List<String>> byFirst = new HashMap<>();

    /** @param better by words in lower case */
    OfficeWords(Map<String, String> better) {
        this.better = Map.copyOf(better);
        better.keySet().forEach(words -> byFirst.computeIfAbsent(first(words), any -> new ArrayList<>())
                .add(words));
        byFirst.values()
                .forEach(some -> some.sort(Comparator.comparing(String::length).reversed()));
    }

    private static String first(String words) {
        Matcher first = FIRST.matcher(words);
        return first.find() ? first.group() : words;
    }

    String better(String words) {
        return better.getOrDefault(words, "");
    }

    /** How often each is there, in the order of their first times. */
    Map<String, Integer> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<String, Integer> times = new LinkedHashMap<>();
        Matcher word = WORD.matcher(lower);
        int at = 0;
        while (word.find(at)) {
            int start = word.start();
            String found = byFirst.getOrDefault(word.group(), List.of()).stream()
                    .filter(words -> lower.startsWith(words, start) && ends(lower, start + words.length()))
                    .findFirst()
                    .orElse("");
            if (!found.isEmpty()) {
                times.merge(found, 1, Integer::sum);
            }
            at = Math.max(word.end(), start + found.length());
        }
        return times;
    }

    private static boolean ends(String text, int at) {
        return at >= text.length() || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
    }
}
