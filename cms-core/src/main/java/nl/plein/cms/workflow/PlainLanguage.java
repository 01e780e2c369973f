package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds sentences that are too long for most readers, words for which there are common ones, and abbreviations that nobody explains. */
@ApplicationScoped
public class PlainLanguage implements Gate {

    /** Words. Style guides for the public (Taaladvies of the Dutch government, GOV.UK) advise at most 15 to 25. */
    static final int LONGEST_SENTENCE = 25;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'’.-]*");

    private static final Map<String, String> DUTCH = Map.ofEntries(
            Map.entry("middels", "met, door"),
            Map.entry("teneinde", "om"),
            Map.entry("derhalve", "daarom"),
            Map.entry("alsmede", "en"),
            Map.entry("inzake", "over"),
            Map.entry("conform", "volgens"),
            Map.entry("indien", "als"),
            Map.entry("reeds", "al"),
            Map.entry("aangaande", "over"),
            Map.entry("desalniettemin", "toch"),
            Map.entry("desbetreffende", "die, dat"),
            Map.entry("onderhavige", "deze, dit"),
            Map.entry("voornoemde", "deze, dit"),
            Map.entry("geschieden", "gebeuren"),
            Map.entry("dienen te", "moeten"),
            Map.entry("dient te", "moet"),
            Map.entry("met betrekking tot", "over"),
            Map.entry("ten behoeve van", "voor"),
            Map.entry("in het kader van", "voor, bij"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("in order to", "to"),
            Map.entry("prior to", "before"),
            Map.entry("utilise", "use"),
            Map.entry("utilize", "use"),
            Map.entry("commence", "start"),
            Map.entry("in the event that", "if"),
            Map.entry("with regard to", "about"),
            Map.entry("pursuant to", "under"),
            Map.entry("aforementioned", "this, these"),
            Map.entry("henceforth", "from now on"),
            Map.entry("notwithstanding", "despite"));

    private static final Map<String, Map<String, String>> OWN = Map.of("nl", DUTCH, "en", ENGLISH);

    @Inject
    TextFields textFields;

    @Inject
    WordLists wordLists;

    @Override
    public String key() {
        return "plain-language";
    }

    /** In languages other than Dutch and English only what the agency's own list has. */
    @Override
    public List<Reason> findings(Subject subject) {
        return in(textFields.of(subject.draft()).toList(), subject.draft().locale(), wordLists.current());
    }

    static List<Reason> in(List<Texts> texts, String locale, WordList list) {
        Locale language = Locale.forLanguageTag(locale);
        OfficeWords officeWords = new OfficeWords(better(language.getLanguage(), list));
        List<Reason> found = new ArrayList<>();
        for (Texts text : texts) {
            if (OWN.containsKey(language.getLanguage())) {
                longSentences(text, language, found);
            }
            officeWords(text, officeWords, found);
        }
        found.addAll(Abbreviations.unexplained(
                texts,
                list.abbreviations().stream()
                        .filter(one -> one.language().equals(language.getLanguage()))
                        .toList()));
        return found;
    }

    /** What the agency says of a word goes before what everybody says. */
    private static Map<String, String> better(String language, WordList list) {
        Map<String, String> better = new HashMap<>(OWN.getOrDefault(language, Map.of()));
        list.words().stream()
                .filter(term -> term.language().equals(language))
                .forEach(term -> better.put(term.word().toLowerCase(Locale.ROOT), term.better()));
        return better;
    }

    /** One finding for each sentence, so that each can be found by how it begins. */
    private static void longSentences(Texts text, Locale language, List<Reason> found) {
        text.passages().forEach(passage -> {
            BreakIterator sentences = BreakIterator.getSentenceInstance(language);
            sentences.setText(passage);
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
                List<String> words = words(passage.substring(from, to));
                if (words.size() > LONGEST_SENTENCE) {
                    String begin = String.join(" ", words.subList(0, 5));
                    found.add(Reason.warning(
                            text.pointer(),
                            "long-sentence",
                            "De zin die begint met “" + begin + "…” heeft " + words.size()
                                    + " woorden: maak er twee zinnen van.",
                            "The sentence that begins with “" + begin + "…” has " + words.size()
                                    + " words: make two of it."));
                }
            }
        });
    }

    /** One finding for each word, however often it is there. */
    private static void officeWords(Texts text, OfficeWords which, List<Reason> found) {
        which.in(text.all()).forEach((word, count) -> {
            String often = count == 1 ? "" : " (" + count + "×)";
            found.add(Reason.warning(
                    text.pointer(),
                    "office-word",
                    "“" + word + "”" + often + " is kantoortaal: schrijf liever “" + which.better(word) + "”.",
                    "“" + word + "”" + often + " is office language: rather write “" + which.better(word) + "”."));
        });
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(match -> match.group()).toList();
    }
}
