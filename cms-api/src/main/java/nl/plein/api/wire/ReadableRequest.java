package nl.plein.api.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.api.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What a request must be like before anything may read it. The container answers otherwise with an error page of its own, or fails. */
final class ReadableRequest {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** RFC 9110, 8.3.1. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;\\s*(" + TOKEN + "=(" + TOKEN + "|\"[^\"]*\"))?)*\\s*");

    private static final Pattern RANGE = Pattern.compile("\\s*(\\*|" + TOKEN + "/" + TOKEN + ")?\\s*(;.*)?");

    private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=\\s*\"?([^\\s;,\"]*)");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** More lenient than RFC 9110, 12.4.2: old clients send ".2". */
    private static final Pattern ZERO_TO_ONE = Pattern.compile("0?\\.[0-9]+|0\\.?|1(\\.0*)?");

    private static final List<Function<HttpServletRequest, Optional<Refused>>> RULES = List.of(
            request -> address(request.getRequestURI(), request.getQueryString()),
            request -> contentType(Optional.ofNullable(request.getContentType())),
            request -> accept(Collections.list(request.getHeaders("Accept"))));

    private ReadableRequest() {}

    static Optional<Refused> whyNot(HttpServletRequest request) {
        return RULES.stream().flatMap(rule -> rule.apply(request).stream()).findFirst();
    }

    static Optional<Refused> address(String path, @Nullable String query) {
        if ((path + "?" + query).contains("%00")) { // no database keeps it
            return refused(400, "nul-character", "Leave out the NUL character (%00): it stands for no text.");
        }
        return isUtf8(path)
                ? Optional.empty()
                : refused(400, "bad-path", "Write the path in UTF-8, with %XX for what is not plain ASCII.");
    }

    static Optional<Refused> contentType(Optional<String> sent) {
        return sent.isEmpty() || MEDIA_TYPE.matcher(sent.get().strip()).matches()
                ? Optional.empty()
                : refused(
                        415,
                        "unsupported-media-type",
                        "The header Content-Type names no media type: send application/json, or what the route names.");
    }

    static Optional<Refused> accept(List<String> sent) {
        for (String header : sent) {
            for (String range : QUOTED.matcher(header).replaceAll("").split(",", -1)) {
                if (!RANGE.matcher(range).matches()) {
                    return refused(
                            400, "bad-accept", "The header Accept lists media types, such as application/json or */*.");
                }
            }
            Matcher weights = WEIGHT.matcher(header);
            while (weights.find()) {
                if (!ZERO_TO_ONE.matcher(weights.group(1)).matches()) {
                    return refused(
                            400, "bad-accept", "In the header Accept, q is a number from 0 to 1, such as q=0.5.");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUtf8(String path) {
        if (path.chars().allMatch(c -> c < 0x80 && c != '%')) {
            return true;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            int high = path.charAt(i) == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(path.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Refused> refused(int status, String code, String detail) {
        return Optional.of(new Refused(status, code, detail));
    }
}
