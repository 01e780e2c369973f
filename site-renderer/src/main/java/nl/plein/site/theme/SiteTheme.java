package nl.plein.site.theme;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** A theme as one site wears it: its own settings and token values, and all static files under names that carry their hash. */
public final class SiteTheme {
    private static final String FOLDER = "/_plein/theme/";
    private static final int HASH_LENGTH = 12;

    private final Theme theme;
    private final Map<String, @Nullable Object> settings;
    private final Map<String, String> addresses = new TreeMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String stylesheet;
    private final Tokens tokens;

    /** @param chosen the site part "theme": settings and tokens */
    public SiteTheme(Theme theme, Map<String, @Nullable Object> chosen) {
        this.theme = theme;
        this.settings = theme.manifest().settings(Manifest.map(chosen.get("settings")));
        theme.under("assets").forEach(file -> put(file.path(), file.bytes()));
        theme.under("islands").forEach(file -> put(file.path(), file.bytes()));
        this.tokens = theme.tokens().overriddenBy(Manifest.map(chosen.get("tokens")));
        String css = Stylesheet.bundle(theme, tokens, this::besideStylesheet);
        this.stylesheet = put(theme.name() + ".css", css.getBytes(StandardCharsets.UTF_8));
    }

    public Theme theme() {
        return theme;
    }

    public Map<String, @Nullable Object> settings() {
        return settings;
    }

    /** The theme's with the site's own values over them. */
    public Tokens tokens() {
        return tokens;
    }

    /** Site path of the style sheet. */
    public String stylesheet() {
        return stylesheet;
    }

    /**
     * Site path of a file of the theme.
     *
     * @param path inside the theme, as {@code assets/logo.svg} or {@code islands/search.js}
     */
    public String address(String path) {
        String address = addresses.get(path);
        if (address == null) {
            throw new Trouble("the theme has no file " + path);
        }
        return address;
    }

    /** Everything that the theme adds to a tree, by site path. */
    public Map<String, byte[]> files() {
        return files;
    }

    private String put(String path, byte[] bytes) {
        int dot = path.lastIndexOf('.');
        String stem = dot < 0 ? path : path.substring(0, dot);
        String ending = dot < 0 ? "" : path.substring(dot);
        String address = FOLDER + stem + "." + Hashes.sha256(bytes).substring(0, HASH_LENGTH) + ending;
        addresses.put(path, address);
        files.put(address, bytes);
        return address;
    }

    private String besideStylesheet(String path) {
        return address(path).substring(FOLDER.length());
    }
}
