package nl.plein.api.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import nl.plein.cms.kernel.Json;

/** The words of the pages in one language. */
final class Words {

    private static final Words DUTCH = read("nl");
    private static final Words ENGLISH = read("en");

    private final String language;
    private final Map<String, String> texts;

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** Dutch, unless it is English. */
    static Words in(String language) {
        return language.equals("en") ? ENGLISH : DUTCH;
    }

    /** {@code nl} or {@code en}. */
    String language() {
        return language;
    }

    /** @param values for each {@code {}} */
    String say(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (Object value : values) {
            int at = text.indexOf("{}");
            text = text.substring(0, at) + value + text.substring(at + 2);
        }
        return text;
    }

    static Map<String, String> texts(String language) {
        return Words.in(language).texts;
    }

    private static Words read(String language) {
        try (InputStream in = Words.class.getResourceAsStream(language + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no words in " + language);
            }
            Map<String, String> texts = new HashMap<>();
            Json.mapper()
                    .readTree(in.readAllBytes())
                    .properties()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
            return new Words(language, Map.copyOf(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
