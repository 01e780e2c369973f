package nl.plein.site.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** Design tokens in the W3C format, flattened: "color.accent" to its type and values. They become CSS custom properties. */
public final class Tokens {
    static final Tokens NONE = new Tokens(Map.of(), Map.of());

    private static final String DARK = "nl.plein.dark";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final Map<String, Token> all;
    private final Map<String, String> contrastPairs;

    private Tokens(Map<String, Token> all, Map<String, String> contrastPairs) {
        this.all = all;
        this.contrastPairs = contrastPairs;
    }

    private record Token(String type, @Nullable Object value, @Nullable Object dark) {}

    /**
     * A token as its theme declares it.
     *
     * @param name  path joined by dots
     * @param value as in tokens.json, perhaps the name of another one in braces
     * @param dark  for dark surroundings; null where it is the same
     */
    public record Declared(String name, String type, @Nullable Object value, @Nullable Object dark) {}

    /** All of them, in the order of the theme. */
    public List<Declared> declared() {
        return all.entrySet().stream()
                .map(token -> new Declared(
                        token.getKey(), token.getValue().type, token.getValue().value, token.getValue().dark))
                .toList();
    }

    /** These tokens with those of a child theme over them. */
    Tokens with(Map<String, @Nullable Object> tree) {
        Map<String, Token> more = new LinkedHashMap<>(all);
        collect("", null, tree, more);
        Map<String, String> pairs = new LinkedHashMap<>(contrastPairs);
        Manifest.map(Manifest.map(tree.get("$extensions")).get(Contrast.EXTENSION))
                .forEach((kind, list) -> {
                    if (list instanceof List<?> own) {
                        own.forEach(pair -> pairs.put(String.valueOf(pair), kind));
                    }
                });
        return new Tokens(more, pairs);
    }

    /**
     * These tokens with a site's own values: the same tree, or flat names to values.
     *
     * @throws Trouble naming a token that the theme does not have, or a value that its type does not allow
     */
    public Tokens overriddenBy(Map<String, @Nullable Object> own) {
        Map<String, Token> more = new LinkedHashMap<>(all);
        own.forEach((name, value) -> {
            if (value instanceof Map<?, ?> group && !all.containsKey(name)) {
                collect(name, null, Map.of(), more);
                collect(name + ".", null, Manifest.map(group), more);
            } else {
                more.put(name, replaced(name, value));
            }
        });
        more.keySet().stream()
                .filter(name -> !all.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Trouble("The theme has no design token '" + name + "'. It has: "
                            + String.join(", ", all.keySet()) + ".");
                });
        return new Tokens(more, contrastPairs);
    }

    private Token replaced(String name, @Nullable Object value) {
        Token before = all.get(name);
        String type = before == null ? "unknown" : before.type;
        if (value instanceof Map<?, ?> map && map.containsKey("$value")) {
            return new Token(type, map.get("$value"), dark(map));
        }
        return new Token(type, value, null);
    }

    private void collect(
            String prefix, @Nullable String inherited, Map<String, @Nullable Object> group, Map<String, Token> into) {
        Object ownType = group.get("$type");
        String type = ownType == null ? inherited : String.valueOf(ownType);
        group.forEach((key, value) -> {
            if (key.startsWith("$") || !(value instanceof Map<?, ?> map)) {
                return;
            }
            if (!NAME.matcher(key).matches()) {
                throw new Trouble("'" + key + "' can't be the name of a design token: letters, digits, - and _ only.");
            }
            String name = prefix + key;
            if (map.containsKey("$value")) {
                into.put(name, token(name, type, map, into.get(name)));
            } else {
                collect(name + ".", type, Manifest.map(map), into);
            }
        });
    }

    private static Token token(String name, @Nullable String inherited, Map<?, ?> map, @Nullable Token before) {
        Object own = map.get("$type");
        String type =
                own != null ? String.valueOf(own) : inherited != null ? inherited : before == null ? null : before.type;
        if (type == null) {
            throw new Trouble("The design token '" + name + "' has no $type, nor has a group around it.");
        }
        return new Token(type, map.get("$value"), dark(map));
    }

    private static @Nullable Object dark(Map<?, ?> token) {
        return token.get("$extensions") instanceof Map<?, ?> extensions ? extensions.get(DARK) : null;
    }

    /** Pairs as {@code color.ink on color.surface} to what the upper one is: {@code text} or {@code shape}. */
    public Map<String, String> contrastPairs() {
        return contrastPairs;
    }

    /** What a token comes to in the end, whatever other names it stands for. Without a dark value it has its usual one. */
    Optional<String> value(String name, boolean dark) {
        String at = name;
        for (int step = 0; step < all.size(); step++) {
            Token token = all.get(at);
            if (token == null) {
                return Optional.empty();
            }
            Object said = dark && token.dark != null ? token.dark : token.value;
            String text = String.valueOf(said);
            if (!text.startsWith("{") || !text.endsWith("}")) {
                return Optional.of(text);
            }
            at = text.substring(1, text.length() - 1);
        }
        return Optional.empty();
    }

    /** Custom properties on :root, and those with a dark value once more under a media query. */
    public String css() {
        StringBuilder light = new StringBuilder(":root{");
        StringBuilder dark = new StringBuilder();
        all.forEach((name, token) -> {
            TokenValue value = new TokenValue(name);
            declare(light, name, value.css(token.type, token.value));
            if (token.dark != null) {
                declare(dark, name, value.css(token.type, token.dark));
            }
        });
        light.append('}');
        if (dark.length() > 0) {
            light.append("@media (prefers-color-scheme:dark){:root{")
                    .append(dark)
                    .append("}}");
        }
        return light.toString();
    }

    private static void declare(StringBuilder css, String name, String value) {
        css.append(property(name)).append(':').append(value).append(';');
    }

    static String property(String name) {
        return "--" + name.replace('.', '-').replace(' ', '-');
    }
}
