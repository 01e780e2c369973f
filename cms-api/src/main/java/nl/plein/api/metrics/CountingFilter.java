package nl.plein.api.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands before all other filters and counts what leaves. */
public class CountingFilter extends HttpFilter {

    /** Request attribute: the route's template. Without it no resource was reached: a site's page, or a refusal. */
    public static final String ROUTE = "nl.plein.api.metrics.route";

    private static final String NO_RESOURCE = "page";

    @Inject
    transient Requests requests;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(ROUTE);
            requests.add(
                    request.getMethod(),
                    route == null ? NO_RESOURCE : route.toString(),
                    response.getStatus(),
                    System.nanoTime() - start);
        }
    }
}
