package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.workflow.WordList.Abbreviation;
import nl.plein.cms.workflow.WordList.Term;

/** What a word list has to keep to, so that each entry can be found in texts and said to people. */
final class WordListRules {

    private static final int MOST_WORDS = 2_000;
    private static final int MOST_ABBREVIATIONS = 1_000;
    private static final int LONGEST = 100;
    private static final int LONGEST_ADVICE = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern BEGINS_AND_ENDS = Pattern.compile("(?s)[\\p{L}\\d](.*[\\p{L}\\d])?");

    private WordListRules() {}

    /** Without spaces around, and with single ones between. */
    static WordList tidied(WordList list) {
        return new WordList(
                list.words().stream()
                        .map(term -> new Term(tidy(term.language()), tidy(term.word()), tidy(term.better())))
                        .toList(),
                list.abbreviations().stream()
                        .map(one ->
                                new Abbreviation(tidy(one.language()), tidy(one.abbreviation()), tidy(one.meaning())))
                        .toList());
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** All at once, in the order of the list. */
    static List<Finding> findings(WordList list) {
        List<Finding> found = new ArrayList<>();
        most("/words", list.words().size(), MOST_WORDS, found);
        most("/abbreviations", list.abbreviations().size(), MOST_ABBREVIATIONS, found);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < list.words().size(); i++) {
            Term term = list.words().get(i);
            String at = "/words/" + i;
            entry(at, term.language(), "word", term.word(), "better", term.better(), found);
            String lower = term.word().toLowerCase(Locale.ROOT);
            if (!known.add(term.language() + " " + lower)) {
                found.add(twice(at + "/word", term.word()));
            }
            if (lower.equals(term.better().toLowerCase(Locale.ROOT))) {
                found.add(new Finding(
                        at + "/better", "same-word", "\"" + term.word() + "\" is to be replaced by another word."));
            }
        }
        known.clear();
        for (int i = 0; i < list.abbreviations().size(); i++) {
            Abbreviation one = list.abbreviations().get(i);
            String at = "/abbreviations/" + i;
            entry(at, one.language(), "abbreviation", one.abbreviation(), "meaning", one.meaning(), found);
            if (!known.add(one.language() + " " + one.abbreviation())) {
                found.add(twice(at + "/abbreviation", one.abbreviation()));
            }
        }
        return found;
    }

    private static void most(String at, int size, int most, List<Finding> found) {
        if (size > most) {
            found.add(new Finding(at, "too-many", "There are at most " + most + ": take some out."));
        }
    }

    private static void entry(
            String at, String language, String name, String word, String other, String advice, List<Finding> found) {
        if (!LANGUAGE.matcher(language).matches()) {
            found.add(new Finding(
                    at + "/language", "invalid-language", "A language is two or three letters, such as nl."));
        }
        if (word.length() > LONGEST || !BEGINS_AND_ENDS.matcher(word).matches()) {
            found.add(new Finding(
                    at + "/" + name,
                    "invalid-word",
                    "It begins and ends with a letter or a digit, and has 1 to " + LONGEST + " characters."));
        }
        if (advice.isEmpty() || advice.length() > LONGEST_ADVICE) {
            found.add(new Finding(
                    at + "/" + other, "invalid-advice", "Say it in 1 to " + LONGEST_ADVICE + " characters."));
        }
    }

    private static Finding twice(String at, String word) {
        return new Finding(at, "twice", "\"" + word + "\" is in the list twice for this language: take one out.");
    }
}
