package nl.plein.api.preview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link is swapped for: a cookie that browsers send to this preview and nowhere else, out of reach of scripts. With https its
 * name begins with {@code __Secure-} (RFC 6265bis, 4.1.3); {@code __Host-} would send it everywhere.
 */
final class PreviewCookie {

    private static final String NAME = "plein-preview";
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{64}");

    private PreviewCookie() {}

    static Optional<String> in(HttpServletRequest request) {
        String sent = request.getHeader("Cookie");
        String begin = name(request) + "=";
        return sent == null
                ? Optional.empty()
                : Arrays.stream(sent.split(";"))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(begin))
                        .map(pair -> pair.substring(begin.length()))
                        .filter(value -> VALUE.matcher(value).matches())
                        .findFirst();
    }

    /** @param path of the preview */
    static void set(
            HttpServletRequest request, HttpServletResponse response, String path, String value, Duration life) {
        response.addHeader(
                "Set-Cookie",
                name(request) + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax; Max-Age="
                        + Math.max(1, life.toSeconds()) + (request.isSecure() ? "; Secure" : ""));
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Secure-" + NAME : NAME;
    }
}
