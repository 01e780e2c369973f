package nl.plein.cms.media;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.cms.kernel.Invalid;

/**
 * What editors say about a file.
 *
 * @param title    at most 300 characters
 * @param alt      by locale: what the picture shows, for who can't see it; at most 1,000 characters each
 * @param credit   who made it; at most 300 characters
 * @param licence  what may be done with it; at most 1,000 characters
 * @param language of the file itself, as BCP 47 writes it
 */
public record AssetWords(
        Optional<String> title,
        Map<String, String> alt,
        Optional<String> credit,
        Optional<String> licence,
        Optional<String> language) {

    static final AssetWords NONE =
            new AssetWords(Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int SHORT = 300;
    private static final int LONG = 1_000;
    private static final int MOST_LOCALES = 50;

    /** @throws Invalid {@code too-long}, {@code unknown-language} */
    public AssetWords {
        title = within(title, SHORT, "title");
        credit = within(credit, SHORT, "credit");
        licence = within(licence, LONG, "licence");
        language = language.map(String::strip).filter(tag -> !tag.isEmpty());
        language.ifPresent(AssetWords::requireLanguage);
        if (alt.size() > MOST_LOCALES) {
            throw new Invalid("too-long", "Give alt texts in at most " + MOST_LOCALES + " locales.");
        }
        Map<String, String> texts = new TreeMap<>();
        alt.forEach((locale, text) -> {
            requireLanguage(locale);
            within(Optional.ofNullable(text), LONG, "alt text").ifPresent(kept -> texts.put(locale, kept));
        });
        alt = Map.copyOf(texts);
    }

    private static Optional<String> within(Optional<String> text, int most, String what) {
        Optional<String> kept = text.map(String::strip).filter(some -> !some.isEmpty());
        if (kept.filter(some -> some.length() > most).isPresent()) {
            throw new Invalid("too-long", "The " + what + " has at most " + most + " characters: make it shorter.");
        }
        return kept;
    }

    private static void requireLanguage(String tag) {
        try {
            if (tag.isEmpty() || tag.length() > 35) {
                throw new IllformedLocaleException(tag);
            }
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new Invalid("unknown-language", "\"" + tag + "\" is no language: write it as \"nl\" or \"pt-BR\".");
        }
    }
}
