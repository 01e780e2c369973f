package nl.plein.api.delivery;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Saves {@link QuickAnswers} the other filters. Behind the one that knows what a proxy says, before all that refuse. */
public class QuickFilter extends HttpFilter {

    @Inject
    transient QuickAnswers quick;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!quick.answer(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
