package nl.plein.cms.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text: a sentence, or what of a long one lies around the first word that matched.
 *
 * @param words     how many different ones of the question it has
 * @param isOpening whether it begins within a sentence
 * @param isOpen    whether it ends within one
 */
record Excerpt(int from, int to, int words, boolean isOpening, boolean isOpen) {

    private static final int LONGEST = 240;
    private static final int BEFORE = 80;

    static Excerpt around(String text, int from, int to, int match, int words) {
        if (to - from <= LONGEST) {
            return new Excerpt(from, to, words, false, false);
        }
        int begin = match - from <= BEFORE ? from : wordAfter(text, match - BEFORE, match);
        int end = to - begin <= LONGEST ? to : wordBefore(text, begin + LONGEST, match);
        return new Excerpt(begin, end, words, begin > from, end < to);
    }

    private static int wordAfter(String text, int at, int most) {
        int space = text.indexOf(' ', at);
        return space < 0 || space >= most ? at : space + 1;
    }

    private static int wordBefore(String text, int at, int least) {
        int space = text.lastIndexOf(' ', at);
        return space <= least ? at : space;
    }

    /** Those with most different words, the earlier of equals, in the order of the text. */
    static List<Excerpt> best(List<Excerpt> found, int most) {
        return found.stream()
                .sorted(Comparator.comparingInt(Excerpt::words).reversed())
                .limit(most)
                .sorted(Comparator.comparingInt(Excerpt::from))
                .toList();
    }

    String html(AnalysedText text, BitSet matching) {
        return (isOpening ? "… " : "") + html(text, matching, from, to).strip() + (isOpen ? " …" : "");
    }

    static String html(AnalysedText text, BitSet matching, int from, int to) {
        var html = new StringBuilder(to - from + 60);
        int done = from;
        for (int word = matching.nextSetBit(0); word >= 0; word = matching.nextSetBit(word + 1)) {
            if (text.start(word) >= done && text.end(word) <= to) {
                escape(text.text(), done, text.start(word), html);
                html.append("<mark>");
                escape(text.text(), text.start(word), text.end(word), html);
                html.append("</mark>");
                done = text.end(word);
            }
        }
        escape(text.text(), done, to, html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        int done = from;
        for (int i = from; i < to; i++) {
            String instead =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        case '\'' -> "&#39;";
                        default -> "";
                    };
            if (!instead.isEmpty()) {
                html.append(text, done, i).append(instead);
                done = i + 1;
            }
        }
        html.append(text, done, to);
    }
}
