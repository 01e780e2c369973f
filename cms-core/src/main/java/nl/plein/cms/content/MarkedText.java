package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows in one text what went and what came, word by word. */
final class MarkedText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private MarkedText() {}

    /** @return HTML: escaped text with {@code del} and {@code ins}, what went before what came */
    static String between(String from, String to) {
        List<String> before = words(from);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Difference<String> difference : Difference.between(before, words(to))) {
            before.subList(at, difference.from()).forEach(word -> out.append(RichTextWriter.escape(word)));
            mark(out, "del", before.subList(difference.from(), difference.to()));
            mark(out, "ins", difference.by());
            at = difference.to();
        }
        before.subList(at, before.size()).forEach(word -> out.append(RichTextWriter.escape(word)));
        return out.toString();
    }

    /** Words, the space between them, and every other character alone. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static void mark(StringBuilder out, String mark, List<String> words) {
        if (!words.isEmpty()) {
            out.append('<').append(mark).append('>');
            words.forEach(word -> out.append(RichTextWriter.escape(word)));
            out.append("</").append(mark).append('>');
        }
    }
}
