package nl.plein.cms.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.SiteRef;

/** Paths of pages in their normal form: {@code /} or {@code /a/b}, ASCII, percent-encoded (RFC 3986) only where needed, in
 *  upper case; no empty segments, no dots. Such a path can stand in a link as it is. */
public final class Paths {

    public static final int LONGEST = 1_000;

    private static final Set<String> RESERVED = Set.of(
            "delivery",
            "participate",
            "identity",
            "preview",
            ".well-known",
            "manage",
            "editor",
            "health",
            "openapi",
            "metrics");
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@";

    private Paths() {}

    /** @throws Invalid {@code invalid-path} */
    public static String normalise(String path) {
        if (!path.startsWith("/")) {
            throw invalid(path, "starts with /");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment(path, segment));
            }
        }
        String normal = "/" + String.join("/", segments);
        if (normal.length() > LONGEST) {
            throw invalid(path, "has at most " + LONGEST + " characters");
        }
        return normal;
    }

    /** Refuses what the server or another locale answers itself. @throws Invalid {@code reserved-path} */
    public static void refuseReserved(SiteRef site, String locale, String path) {
        String rest = path.substring(prefix(site, locale).length());
        String first = rest.isEmpty() ? "" : rest.substring(1).split("/", 2)[0].toLowerCase(Locale.ROOT);
        boolean otherLocale = locale.equals(site.defaultLocale())
                && site.locales().stream().skip(1).anyMatch(other -> other.toLowerCase(Locale.ROOT)
                        .equals(first));
        if (RESERVED.contains(first) && prefix(site, locale).isEmpty() || otherLocale) {
            throw new Invalid(
                    "reserved-path", "\"/" + first + "\" is reserved on every site: choose another slug or path.");
        }
    }

    /** Nothing for the site's first locale, {@code /en} for another. */
    public static String prefix(SiteRef site, String locale) {
        return locale.equals(site.defaultLocale()) ? "" : "/" + locale;
    }

    /** A path of the locale as the public sees it. A prefix that is there already is not doubled. */
    static String withPrefix(SiteRef site, String locale, String path) {
        String prefix = prefix(site, locale);
        if (prefix.isEmpty() || path.equals(prefix) || path.startsWith(prefix + "/")) {
            return path;
        }
        return path.equals("/") ? prefix : prefix + path;
    }

    /** The next candidate for a path that is taken: {@code /a}, {@code /a-2}, {@code /a-3}. */
    static String numbered(String path, int number) {
        if (number == 1) {
            return path;
        }
        return (path.equals("/") ? "/home" : path) + "-" + number;
    }

    private static String segment(String path, String raw) {
        byte[] bytes = decoded(path, raw);
        StringBuilder segment = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                segment.append(c);
            } else {
                segment.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        String normal = segment.toString();
        if (normal.equals(".") || normal.equals("..")) {
            throw invalid(path, "has no . or .. in it");
        }
        return normal;
    }

    private static byte[] decoded(String path, String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '%') {
                bytes.write(hex(path, raw, text, i));
                i += 2;
            } else {
                bytes.write(text[i]);
            }
        }
        byte[] all = bytes.toByteArray();
        refuseControls(path, all);
        return all;
    }

    private static int hex(String path, String raw, byte[] text, int i) {
        if (i + 2 < text.length) {
            int high = Character.digit(text[i + 1], 16);
            int low = Character.digit(text[i + 2], 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        }
        throw invalid(path, "has two hexadecimal digits after each % (in \"" + raw + "\")");
    }

    private static void refuseControls(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == '/')) {
                throw invalid(path, "has no control characters, backslashes or encoded slashes");
            }
        } catch (CharacterCodingException e) {
            throw invalid(path, "is UTF-8");
        }
    }

    private static Invalid invalid(String path, String rule) {
        String shown = path.length() <= 80 ? path : path.substring(0, 79) + "…";
        return new Invalid("invalid-path", "\"" + shown + "\" is no path of a page: a path " + rule + ".");
    }
}
