package nl.plein.api.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.plein.api.problem.ProblemPage;
import nl.plein.api.problem.Refused;

/**
 * The headers that every answer of an API has: its version, who may read it from a browser (every page, but without cookies:
 * {@code *} allows no credentials), and that a browser must not guess, frame or run it.
 */
public class HeadersFilter extends HttpFilter {

    static final String VERSION = "1.0.0";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        write(request, response);
        if (isPreflight(request)) {
            answerPreflight(response);
            return;
        }
        Optional<Refused> unreadable = ReadableRequest.whyNot(request);
        if (unreadable.isPresent()) {
            ProblemPage.write(request, response, unreadable.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** For those who answer before this filter. */
    public static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("API-Version", VERSION);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers",
                "API-Version, ETag, Idempotency-Replayed, Link, Location, Retry-After, Site-Version");
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key");
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
