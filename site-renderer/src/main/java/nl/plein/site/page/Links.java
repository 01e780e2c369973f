package nl.plein.site.page;

import java.util.Locale;
import java.util.Set;
import nl.plein.site.kernel.Trouble;

/** Every address in a page is made here, so that a tree renders under any base path. */
public final class Links {
    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    private final String base;
    private final String host;

    /**
     * @param base "" or a path as "/sites/square"
     * @param host of the site, "" when it is not known: then canonical addresses are paths
     */
    public Links(String base, String host) {
        String trimmed = base.replaceAll("/+$", "");
        this.base = trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : "/" + trimmed;
        this.host = host;
    }

    /** @param path of the site, beginning with "/" */
    public String url(String path) {
        return path.equals("/") ? base + "/" : base + path;
    }

    public String absolute(String path) {
        return host.isEmpty() ? url(path) : "https://" + host + url(path);
    }

    /**
     * An address as an editor or theme wrote it.
     *
     * @throws Trouble if it has a scheme that runs something
     */
    public String any(String address) {
        if (address.startsWith("/") && !address.startsWith("//")) {
            return url(address);
        }
        if (!isSafe(address)) {
            throw new Trouble("the address '" + address + "' is refused: http, https, mailto, tel or a path");
        }
        return address;
    }

    public static boolean isExternal(String address) {
        return address.startsWith("http:") || address.startsWith("https:") || address.startsWith("//");
    }

    /** Whether it is relative, or has one of the schemes that only lead somewhere. */
    public static boolean isSafe(String address) {
        int colon = address.indexOf(':');
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' && i <= colon) {
                return false;
            }
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            if (c == ':') {
                return SAFE.contains(address.substring(0, i).toLowerCase(Locale.ROOT));
            }
        }
        return true;
    }
}
