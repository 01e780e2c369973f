package nl.plein.site.theme;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.site.kernel.Trouble;

/** The one style sheet of a site: tokens first, then the files of every theme of the chain, each theme in a cascade layer of its own. */
final class Stylesheet {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern TIGHT = Pattern.compile(" ?([{};,]) ?");
    private static final Pattern STRING =
            Pattern.compile("\"[^\"\\\\\n]*(\\\\.[^\"\\\\\n]*)*\"|'[^'\\\\\n]*(\\\\.[^'\\\\\n]*)*'");
    private static final Pattern URL =
            Pattern.compile("url\\(\\s*([\"']?)([^\"')]*)\\1\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_URL = Pattern.compile("url\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "@import|@charset|image-set|src\\(|expression\\(|-moz-binding|</style", Pattern.CASE_INSENSITIVE);

    private Stylesheet() {}

    /**
     * @param assetUrl from a path of the theme, as {@code assets/fonts/x.woff2}, to an address as seen from the style sheet
     * @throws Trouble naming the file that loads from elsewhere
     */
    static String bundle(Theme theme, Tokens tokens, UnaryOperator<String> assetUrl) {
        StringBuilder css = new StringBuilder("@layer tokens,")
                .append(String.join(",", theme.chain()))
                .append(";@layer tokens{")
                .append(tokens.css())
                .append('}');
        List<ThemeFile> files = theme.under("styles").stream()
                .filter(file -> file.path().endsWith(".css"))
                .toList();
        for (String layer : theme.chain()) {
            String rules = files.stream()
                    .filter(file -> file.theme().equals(layer))
                    .map(file -> minified(file, assetUrl))
                    .collect(Collectors.joining("\n"));
            css.append("\n@layer ").append(layer).append('{').append(rules).append('}');
        }
        return css.append('\n').toString();
    }

    private static String minified(ThemeFile file, UnaryOperator<String> assetUrl) {
        String bare = COMMENT.matcher(file.text()).replaceAll("");
        String structure = STRING.matcher(bare).replaceAll("\"\"");
        plain(file, bare, structure);
        balanced(file, structure);
        String local =
                URL.matcher(bare).replaceAll(found -> Matcher.quoteReplacement(local(file, found.group(2), assetUrl)));
        return squeezed(local);
    }

    /** Nothing may be written so that a browser reads it differently from how it is checked here. */
    private static void plain(ThemeFile file, String css, String structure) {
        if (FORBIDDEN.matcher(css).find()) {
            throw new Trouble(
                    file.where() + ": a style sheet of a theme can't use @import, @charset, image-set or src().");
        }
        if (structure.indexOf('\\') >= 0) {
            throw new Trouble(file.where() + ": a backslash may only stand inside quotes.");
        }
        String rest = structure.replace("\"\"", "");
        if (rest.indexOf('"') >= 0 || rest.indexOf('\'') >= 0) {
            throw new Trouble(file.where() + ": a quote is not closed on its line.");
        }
        if (ANY_URL.matcher(css).results().count() != URL.matcher(css).results().count()) {
            throw new Trouble(file.where() + ": an url() is not written as url(\"../assets/…\").");
        }
    }

    /** An unbalanced brace would let a theme out of its layer, and is always a mistake. */
    private static void balanced(ThemeFile file, String structure) {
        int depth = 0;
        for (int i = 0; i < structure.length() && depth >= 0; i++) {
            char c = structure.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        if (depth != 0) {
            throw new Trouble(file.where() + ": the braces { and } do not match.");
        }
    }

    private static String local(ThemeFile file, String url, UnaryOperator<String> assetUrl) {
        if (url.startsWith("#") || url.toLowerCase(Locale.ROOT).startsWith("data:image/svg+xml")) {
            return "url(\"" + url + "\")";
        }
        String path = url.startsWith("../") ? url.substring(3) : url;
        if (!path.startsWith("assets/") || path.contains("..") || path.contains("\\")) {
            throw new Trouble(file.where() + ": url(" + url
                    + ") must be a file of the theme, as url(\"../assets/fonts/x.woff2\").");
        }
        return "url(\"" + assetUrl.apply(path) + "\")";
    }

    /** White space only matters inside strings; those are left alone. */
    private static String squeezed(String css) {
        StringBuilder out = new StringBuilder(css.length());
        Matcher strings = STRING.matcher(css);
        int from = 0;
        while (strings.find()) {
            out.append(tight(css.substring(from, strings.start()))).append(strings.group());
            from = strings.end();
        }
        return out.append(tight(css.substring(from))).toString().strip();
    }

    private static String tight(String css) {
        return TIGHT.matcher(SPACE.matcher(css).replaceAll(" ")).replaceAll("$1");
    }
}
