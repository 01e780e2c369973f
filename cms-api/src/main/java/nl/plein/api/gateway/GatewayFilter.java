package nl.plein.api.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.problem.ProblemPage;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Stands before everything: what is asked for on the host of a site is a file of that site, but for the APIs. On any other
 * host there is no site, only the platform.
 */
public class GatewayFilter extends HttpFilter {

    @Inject
    transient RequestedHost host;

    @Inject
    transient SiteAnswer answer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Optional<SiteRef> site = Address.isOfApi(request.getRequestURI()) ? Optional.empty() : host.siteOf(request);
            if (site.isPresent()) {
                answer.send(request, response, site.get());
                return;
            }
        } catch (RuntimeException failure) {
            ProblemPage.write(request, response, failure);
            return;
        }
        chain.doFilter(request, response);
    }
}
