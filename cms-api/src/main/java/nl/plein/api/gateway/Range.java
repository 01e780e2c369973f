package nl.plein.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, section 14). Several at once, or a form not known here, are answered with the whole file.
 *
 * @param to inclusive; smaller than {@code from} if the file has no such bytes
 */
record Range(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

    static Optional<Range> of(HttpServletRequest request, HttpServletResponse response, long length) {
        Matcher one = ONE.matcher(String.valueOf(request.getHeader("Range")).strip());
        boolean empty =
                !one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty());
        if (empty || !isFresh(request, response)) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return Optional.of(new Range(last == 0 ? length : Math.max(0, length - last), length - 1));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(one.group(2)));
        return from <= length - 1 && to < from ? Optional.empty() : Optional.of(new Range(from, to));
    }

    /** A range of a file that has changed meanwhile would mix two files. */
    private static boolean isFresh(HttpServletRequest request, HttpServletResponse response) {
        String ifRange = request.getHeader("If-Range");
        return ifRange == null || ifRange.equals(response.getHeader("ETag"));
    }

    boolean isPossible() {
        return from <= to;
    }

    void refuse(HttpServletResponse response, long length) {
        response.setHeader("Content-Range", "bytes */" + length);
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
    }
}
