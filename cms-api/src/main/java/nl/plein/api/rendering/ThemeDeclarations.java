package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Conflict;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.theme.Contrast;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.Tokens;
import org.jspecify.annotations.Nullable;

/** What themes say of themselves, so that a site can choose one and set what it lets a site set. */
@ApplicationScoped
public class ThemeDeclarations {

    /** A theme that came with the server. */
    public record Installed(String name, String version, String description) {}

    /**
     * One colour on another.
     *
     * @param least ratio that the two need, from 1 to 21
     */
    public record Pair(String above, String below, double least) {}

    /**
     * @param settings by name a JSON Schema of the value that a site may give
     * @param tokens   with the values of the theme, not of a site
     */
    public record Declaration(
            String name,
            String version,
            String description,
            Map<String, @Nullable Object> settings,
            List<Tokens.Declared> tokens,
            List<Pair> contrast) {}

    @Inject
    Themes themes;

    /** Those that came with the server and can be worn, by name. */
    public List<Installed> installed() {
        List<Installed> found = new ArrayList<>();
        for (String name : themes.installed()) {
            try {
                Theme theme = themes.theme(name);
                found.add(new Installed(
                        name, theme.manifest().version(), theme.manifest().description()));
            } catch (Trouble broken) {
                // A folder that is no sound theme is none that a site can choose: the server's log told why when it
                // began.
                continue;
            }
        }
        return found;
    }

    /** @param name as a site's part names it @throws Conflict {@code theme-unreadable}, saying what is wrong with it */
    public Declaration of(String name) {
        try {
            Theme theme = themes.theme(name);
            return new Declaration(
                    name,
                    theme.manifest().version(),
                    theme.manifest().description(),
                    theme.manifest().choices(),
                    theme.tokens().declared(),
                    pairs(theme.tokens()));
        } catch (Trouble broken) {
            throw new Conflict("theme-unreadable", String.valueOf(broken.getMessage()));
        }
    }

    private static List<Pair> pairs(Tokens tokens) {
        List<Pair> pairs = new ArrayList<>();
        tokens.contrastPairs().forEach((pair, kind) -> {
            String[] names = pair.split(" on ");
            if (names.length == 2) {
                pairs.add(new Pair(names[0], names[1], Contrast.least(kind)));
            }
        });
        return pairs;
    }
}
