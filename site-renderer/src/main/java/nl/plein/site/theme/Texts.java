package nl.plein.site.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.kernel.Json;

/** The theme's own words in one locale. */
public final class Texts {
    private final Map<String, String> words;

    Texts(Map<String, String> words) {
        this.words = words;
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** @param arguments take the places of {0}, {1} and so on */
    public static String filled(String text, List<?> arguments) {
        String filled = text;
        for (int i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments.get(i)));
        }
        return filled;
    }

    static Map<String, String> read(ThemeFile file) {
        Map<String, String> words = new HashMap<>();
        Json.members(Json.parse(file.bytes(), file.where()))
                .forEach((key, value) -> words.put(key, String.valueOf(value)));
        return words;
    }
}
