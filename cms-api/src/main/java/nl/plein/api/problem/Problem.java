package nl.plein.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer that is not what was asked for (RFC 9457).
 *
 * @param code    stable, kebab-case; the last part of {@code type}
 * @param detail  a sentence that says what to do
 * @param errors  what is wrong where
 * @param members further members, such as {@code base}, {@code mine}, {@code theirs}
 * @param headers to be sent with it
 */
public record Problem(
        int status,
        String code,
        String detail,
        List<Fault> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param in {@code body}, {@code query}, {@code path} or {@code header} */
    public record Fault(String in, String location, String code, String detail) {}

    /** @param instance the path that was asked for */
    public Map<String, Object> json(String instance) {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "/problems/" + code);
        json.put("title", title(code));
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", instance);
        if (!errors.isEmpty()) {
            json.put("errors", errors);
        }
        members.forEach(json::putIfAbsent);
        return json;
    }

    /** {@code unknown-site} reads as "Unknown site". */
    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? "Problem" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
