package nl.plein.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cookies of one host alone, out of reach of scripts, and of other sites but where a visitor follows a link. With https their
 * name begins with {@code __Host-}, so that no other host of the same domain can write them (RFC 6265bis, 4.1.3).
 */
public enum Cookies {
    /** The session's secret: the platform's, or of this site. */
    SESSION("plein-session"),
    /** What a hand-over that began here has to come back to. */
    STATE("plein-state"),
    /** What a form that was shown to nobody in particular has to come back with. */
    FORM("plein-form"),
    /** The language that was chosen. */
    LANGUAGE("plein-language");

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final String name;

    Cookies(String name) {
        this.name = name;
    }

    /** Read strictly from what was sent: what is no pair is passed over. */
    public Optional<String> in(HttpServletRequest request) {
        if (!isPerhapsIn(request)) {
            return Optional.empty();
        }
        String begin = full(request) + "=";
        return Arrays.stream(request.getHeader("Cookie").split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(begin))
                .map(pair -> pair.substring(begin.length()))
                .filter(value -> VALUE.matcher(value).matches())
                .findFirst();
    }

    /** Quick: what says no has none. */
    public boolean isPerhapsIn(HttpServletRequest request) {
        String sent = request.getHeader("Cookie");
        return sent != null && sent.contains(name);
    }

    /** Until the browser is closed. */
    public void set(HttpServletRequest request, HttpServletResponse response, String value) {
        write(request, response, value, "");
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        write(request, response, value, "; Max-Age=" + seconds);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, String life) {
        response.addHeader(
                "Set-Cookie",
                full(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + life
                        + (request.isSecure() ? "; Secure" : ""));
    }

    private String full(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
