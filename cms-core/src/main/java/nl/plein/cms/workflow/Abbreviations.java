package nl.plein.cms.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.cms.workflow.WordList.Abbreviation;
import org.jsoup.nodes.Element;

/**
 * Finds abbreviations that nobody explained where they are used first. Titles and other single lines are left alone: there is no room
 * in them.
 */
final class Abbreviations {

    private Abbreviations() {}

    private record Passage(String pointer, Element body, String words) {}

    /** @param texts of a draft, in the order of its fields */
    static List<Reason> unexplained(List<Texts> texts, List<Abbreviation> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        List<Passage> passages = texts.stream()
                .filter(text -> !text.isLine())
                .flatMap(text -> text.passageElements().map(body -> new Passage(text.pointer(), body, body.text())))
                .toList();
        return known.stream().flatMap(one -> firstUse(passages, one).stream()).toList();
    }

    private static Optional<Reason> firstUse(List<Passage> passages, Abbreviation abbreviation) {
        Pattern written =
                Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(abbreviation.abbreviation()) + "(?![\\p{L}\\d])");
        return passages.stream()
                .filter(passage -> passage.words().contains(abbreviation.abbreviation()))
                .filter(passage -> written.matcher(passage.words()).find())
                .findFirst()
                .filter(passage -> !isExplained(passage, abbreviation, written))
                .map(passage -> reason(passage.pointer(), abbreviation));
    }

    private static boolean isExplained(Passage passage, Abbreviation abbreviation, Pattern written) {
        return passage.body().select("abbr").stream()
                        .anyMatch(abbr -> written.matcher(abbr.text()).find())
                || passage.words()
                        .toLowerCase(Locale.ROOT)
                        .contains(abbreviation.meaning().toLowerCase(Locale.ROOT));
    }

    private static Reason reason(String pointer, Abbreviation one) {
        String full = "“" + one.meaning() + " (" + one.abbreviation() + ")”";
        return Reason.warning(
                pointer,
                "abbreviation",
                "“" + one.abbreviation() + "” wordt niet uitgelegd: schrijf de eerste keer " + full + ".",
                "“" + one.abbreviation() + "” is not explained: write " + full + " the first time.");
    }
}
