package nl.plein.cms.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may stand in rich text, and how they are written: http, https, mailto, tel, relative ones and {@code #anchors}.
 *  Reads an address as a browser does (WHATWG URL: tabs and line ends do not count, a backslash is a slash). */
public final class Addresses {

    private static final int LONGEST = 8_000;
    private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");
    private static final Set<String> IMAGES = Set.of("http", "https");
    /** Characters that look like a colon, and those that no address may carry unescaped. */
    private static final String TO_ESCAPE = "\u0589\u05c3\u2236\uff1a\"<>{}^`|";

    private Addresses() {}

    public static Optional<String> ofLink(String raw) {
        return of(raw, LINKS);
    }

    public static Optional<String> ofImage(String raw) {
        return of(raw, IMAGES).filter(address -> !address.startsWith("#"));
    }

    private static Optional<String> of(String raw, Set<String> schemes) {
        String address = slashed(tidied(raw));
        if (address.isEmpty() || address.equals("#") || address.length() > LONGEST) {
            return Optional.empty();
        }
        int colon = schemeEnd(address);
        if (colon < 0) {
            return Optional.of(escaped(address.startsWith("//") ? "https:" + address : address));
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = address.substring(colon + 1);
        boolean complete = scheme.startsWith("http") ? rest.startsWith("//") && rest.length() > 2 : !rest.isEmpty();
        return schemes.contains(scheme) && complete ? Optional.of(scheme + ":" + escaped(rest)) : Optional.empty();
    }

    private static String tidied(String raw) {
        StringBuilder tidy = new StringBuilder(raw.length());
        raw.chars()
                .filter(c -> c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x7f)
                .forEach(c -> tidy.append((char) c));
        int from = 0;
        int to = tidy.length();
        while (from < to && isSpace(tidy.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(tidy.charAt(to - 1))) {
            to--;
        }
        return tidy.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c <= 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    private static String slashed(String address) {
        int end = 0;
        while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(0, end).replace('\\', '/') + address.substring(end);
    }

    /** The place of a colon before any slash, question mark or hash; -1 if the address is relative. */
    private static int schemeEnd(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return i;
            }
            if ("/?#".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static String escaped(String address) {
        StringBuilder out = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c <= 0x20 || TO_ESCAPE.indexOf(c) >= 0 || Character.isSpaceChar(c)) {
                for (byte b : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString().replace("%28", "(").replace("%29", ")");
    }
}
