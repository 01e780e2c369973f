package nl.plein.site.theme;

import java.nio.charset.StandardCharsets;

/**
 * A file of a theme's chain.
 *
 * @param theme the theme that it was found in
 * @param path  inside the theme
 */
public record ThemeFile(String theme, String path, byte[] bytes) {
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** For messages: where a theme maker finds it. */
    public String where() {
        return theme + "/" + path;
    }
}
