package nl.plein.site.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** From an address in a page to a path of the site. */
final class Addresses {
    /** What the server answers itself on the host of every site, below no base path. */
    private static final Pattern OF_SERVER = Pattern.compile("/(delivery|participate|identity|preview)/.*");

    private final String base;

    /** @param base path under which the site is served, "" for none */
    Addresses(String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /**
     * @param path   decoded, beginning with "/", without the base
     * @param anchor "" for none
     */
    record Target(String path, String anchor) {}

    /** @return empty when it leads out of the site; a path out of the base is the empty path */
    Optional<Target> target(String file, String address) {
        if (address.matches("(?i)[a-z][a-z0-9+.-]*:.*") || address.startsWith("//")) {
            return Optional.empty();
        }
        int hash = address.indexOf('#');
        String anchor = hash < 0 ? "" : decoded(address.substring(hash + 1));
        String bare = (hash < 0 ? address : address.substring(0, hash)).replaceFirst("\\?.*$", "");
        if (OF_SERVER.matcher(bare).matches()) {
            return Optional.empty();
        }
        if (bare.isEmpty()) {
            return Optional.of(new Target("/" + file, anchor));
        }
        if (bare.startsWith("/")) {
            String inside = bare.equals(base) || bare.startsWith(base + "/") ? bare.substring(base.length()) : "";
            return Optional.of(new Target(decoded(inside), anchor));
        }
        return Optional.of(new Target(decoded(resolved("/" + file, bare)), anchor));
    }

    private static String resolved(String file, String relative) {
        try {
            return URI.create(file.replace(" ", "%20")).resolve(relative).getPath();
        } catch (IllegalArgumentException e) {
            return relative;
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
