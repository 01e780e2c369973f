package nl.plein.cms.search;

import java.text.Normalizer;
import java.util.Locale;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;

/** A language whose words the index knows the stems of; the last one is for all others. */
enum Language {
    DUTCH("nl"),
    ENGLISH("en"),
    OTHER("xx");

    private static final int KEYWORD_LENGTH = 256;

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The analyser's name and the last part of the names of the fields it reads. */
    String code() {
        return code;
    }

    /** @param locale a BCP 47 tag */
    static Language of(String locale) {
        String language = locale.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (language) {
            case "nl" -> DUTCH;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }

    /** Dutch stems follow Kraaij and Pohlmann, who know that huizen is huis and brieven is brief; what they miss and editors ask for is in a list. */
    static void analysers(LuceneAnalysisConfigurationContext analysis) {
        analysis.analyzer(DUTCH.code)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("stop")
                .param("words", "org/apache/lucene/analysis/snowball/dutch_stop.txt")
                .param("format", "snowball")
                .tokenFilter("asciiFolding")
                .tokenFilter("stemmerOverride")
                .param("dictionary", "nl/plein/cms/search/dutch-stems.txt")
                .tokenFilter("snowballPorter")
                .param("language", "Kp");
        analysis.analyzer(ENGLISH.code)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("englishPossessive")
                .tokenFilter("stop")
                .tokenFilter("asciiFolding")
                .tokenFilter("snowballPorter")
                .param("language", "English");
        analysis.analyzer(OTHER.code)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding");
    }

    /** A text as it is compared and sorted: without letter case, accents and double spaces, at most 256 characters. */
    static String keyword(String text) {
        String start = text.length() > 4 * KEYWORD_LENGTH ? text.substring(0, 4 * KEYWORD_LENGTH) : text;
        String plain = Normalizer.normalize(start, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return plain.length() > KEYWORD_LENGTH ? plain.substring(0, KEYWORD_LENGTH) : plain;
    }
}
