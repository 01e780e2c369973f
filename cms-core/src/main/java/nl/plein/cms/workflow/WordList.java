package nl.plein.cms.workflow;

import java.util.List;
import nl.plein.cms.kernel.Hashes;

/**
 * How an agency wants its texts to be read: words of the office with better ones, and abbreviations with what they stand for.
 */
public record WordList(List<Term> words, List<Abbreviation> abbreviations) {

    static final WordList EMPTY = new WordList(List.of(), List.of());

    /** @param language such as {@code nl} @param word one or some; upper or lower case does not matter */
    public record Term(String language, String word, String better) {}

    /** @param abbreviation as it is written, upper and lower case @param meaning what it stands for */
    public record Abbreviation(String language, String abbreviation, String meaning) {}

    public WordList {
        words = List.copyOf(words);
        abbreviations = List.copyOf(abbreviations);
    }

    /** Names what the list says. */
    public String tag() {
        return Hashes.sha256(words + " " + abbreviations).substring(0, 32);
    }
}
