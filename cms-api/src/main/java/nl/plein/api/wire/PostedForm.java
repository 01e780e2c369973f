package nl.plein.api.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.api.problem.Refused;

/** The fields of a form as browsers send it ({@code application/x-www-form-urlencoded}, URL standard, 5). */
public final class PostedForm {

    /** Bytes. A text of 5,000 characters takes up to 60,000. */
    private static final long LARGEST = 128L << 10;

    private static final int MOST_FIELDS = 20;

    private final Map<String, String> fields = new TreeMap<>();

    /** @throws Refused 413 if it is too long, 400 if it can't be read */
    public static PostedForm read(HttpServletRequest request) {
        try {
            return new PostedForm(new String(
                    new BoundedStream(request.getInputStream(), LARGEST).readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("the form can't be read", e);
        }
    }

    private PostedForm(String sent) {
        for (String pair : sent.split("&", MOST_FIELDS + 2)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (fields.put(name, value) != null || fields.size() > MOST_FIELDS) {
                throw unreadable("Send each field once, and at most " + MOST_FIELDS + ".");
            }
        }
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(0) >= 0 || decoded.indexOf('\uFFFD') >= 0) {
                throw unreadable("Send text as UTF-8, without NUL characters.");
            }
            return decoded;
        } catch (IllegalArgumentException broken) {
            throw unreadable("A percent sign must be followed by two hexadecimal digits.");
        }
    }

    private static Refused unreadable(String detail) {
        return new Refused(400, "unreadable-form", detail);
    }

    /** Without white space around it; empty if it was not sent. Lines end with one character. */
    public String text(String name) {
        return fields.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    /** As it was typed; empty if it was not sent. */
    public String raw(String name) {
        return fields.getOrDefault(name, "");
    }
}
