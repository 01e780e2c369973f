package nl.plein.api.delivery;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers what was asked before and would be answered alike, and keeps what was not. Behind the filter that names the caller. */
public class CacheFilter extends HttpFilter {

    @Inject
    transient CachedAnswers cache;

    @Inject
    transient QuickAnswers quick;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<CachedAnswers.Asked> asked = cache.asked(request);
        if (asked.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<KeptAnswers.Kept> known = cache.find(asked.get());
        if (known.isPresent()) {
            quick.hear(request, asked.get().question());
            cache.send(asked.get(), known.get(), request, response);
            return;
        }
        Reads reads = Reads.begin(request);
        var copying = new CopyingResponse(response);
        chain.doFilter(request, copying);
        if (reads.isSpoken() && response.getStatus() == HttpServletResponse.SC_OK) {
            copying.copied().ifPresent(body -> cache.keep(asked.get(), reads, body, response.getHeader("Link")));
        }
    }
}
