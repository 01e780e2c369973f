package nl.plein.cms.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** A text with the places of its words, so that those that were searched for are found without reading it again. */
final class AnalysedText {

    private final String text;
    private final WordPlaces words;
    private final int textBytes;

    /** Where each sentence begins, and after the last of them the length of the text. */
    private final int[] sentences;

    AnalysedText(String text, WordPlaces words, Locale locale) {
        this.text = text;
        this.words = words;
        this.textBytes = text.chars().allMatch(c -> c < 256) ? text.length() : 2 * text.length();
        this.sentences = sentences(text, locale);
    }

    private static int[] sentences(String text, Locale locale) {
        IntStream.Builder begins = IntStream.builder();
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            sentences.setText(text.substring(line, end));
            for (int at = sentences.first(); at != BreakIterator.DONE && line + at < end; at = sentences.next()) {
                begins.add(line + at);
            }
            line = end + 1;
        }
        return begins.add(text.length()).build().toArray();
    }

    /** Bytes, in round numbers. */
    int weight() {
        return 200 + textBytes + words.weight() + 4 * sentences.length;
    }

    String text() {
        return text;
    }

    /** Which of its words, by number, are among these or begin so. */
    BitSet matching(int[] hashes, List<String> beginnings) {
        BitSet found = new BitSet();
        for (int i = 0; i < words.count(); i++) {
            if (isAmong(hashes, words.hash(i)) || !beginnings.isEmpty() && begins(words.start(i), beginnings)) {
                found.set(i);
            }
        }
        return found;
    }

    /** They are few: a question has a handful of words. */
    private static boolean isAmong(int[] hashes, int hash) {
        for (int one : hashes) {
            if (one == hash) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int at, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    /** The whole text as HTML, with these of its words marked. */
    String marked(BitSet matching) {
        return Excerpt.html(this, matching, 0, text.length());
    }

    /** Pieces around these of its words: the sentences with most different ones, in the order of the text. */
    List<String> excerpts(BitSet matching, int most) {
        List<Excerpt> found = new ArrayList<>();
        int word = matching.nextSetBit(0);
        for (int i = 0; i + 1 < sentences.length && word >= 0; i++) {
            if (words.start(word) >= sentences[i + 1]) {
                continue;
            }
            int first = word;
            Set<Integer> different = new HashSet<>();
            while (word >= 0 && words.start(word) < sentences[i + 1]) {
                different.add(words.hash(word));
                word = matching.nextSetBit(word + 1);
            }
            found.add(Excerpt.around(text, sentences[i], sentences[i + 1], words.start(first), different.size()));
        }
        return Excerpt.best(found, most).stream()
                .map(one -> one.html(this, matching))
                .toList();
    }

    int start(int word) {
        return words.start(word);
    }

    int end(int word) {
        return words.end(word);
    }
}
