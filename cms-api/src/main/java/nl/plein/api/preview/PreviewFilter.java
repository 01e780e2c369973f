package nl.plein.api.preview;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.plein.api.problem.ProblemPage;

/** Answers what is asked for under {@code /preview/{id}} and {@code /framed/…}; what is of the API goes on. */
public class PreviewFilter extends HttpFilter {

    @Inject
    transient PreviewAnswer answer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<PreviewAddress> address = PreviewAddress.of(request.getRequestURI());
        Optional<FramedAddress> framed = FramedAddress.of(request.getRequestURI());
        if (address.isEmpty() && framed.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (framed.isPresent()) {
                answer.send(request, response, framed.get());
            } else {
                answer.send(request, response, address.get());
            }
        } catch (RuntimeException failure) {
            ProblemPage.write(request, response, failure);
        }
    }
}
