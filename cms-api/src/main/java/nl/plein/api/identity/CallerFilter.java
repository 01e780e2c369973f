package nl.plein.api.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.plein.api.problem.ProblemPage;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.CurrentSites;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Names the caller and the agency of an API request before any resource sees it. The agency is that of the site or agency
 * in the path; a path that names none has no agency, and so reaches no agency's data.
 */
public class CallerFilter extends HttpFilter {

    private static final AgencyContext.Scope NOTHING = () -> {};

    @Inject
    transient Bearer bearer;

    @Inject
    transient Calling calling;

    @Inject
    transient AgencyContext agencies;

    @Inject
    transient CurrentSites current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Caller caller = bearer.callerOf(request);
            if (caller.kind() == Caller.Kind.NOBODY && isManagement(request)) {
                throw Refused.unauthenticated(
                        "missing-token", "Managing needs a token: send \"Authorization: Bearer <token>\".");
            }
            try (AgencyContext.Scope who = calling.enter(caller);
                    AgencyContext.Scope where = enter(request)) {
                chain.doFilter(request, response);
            }
        } catch (Refusal | Refused refused) {
            ProblemPage.write(request, response, refused);
        }
    }

    private static boolean isManagement(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/manage/");
    }

    private AgencyContext.Scope enter(HttpServletRequest request) {
        return agencyOf(request).map(agencies::enter).orElse(NOTHING);
    }

    /** {@code /<api>/v1/sites/<site>/…} and {@code /<api>/v1/agencies/<agency>/…}. */
    private Optional<AgencyId> agencyOf(HttpServletRequest request) {
        String[] segments = request.getRequestURI().split("/");
        if (segments.length < 5) {
            return Optional.empty();
        }
        return switch (segments[3]) {
            case "sites" -> site(request, SiteId.of(segments[4])).map(SiteRef::agency);
            case "agencies" -> Optional.of(AgencyId.of(segments[4]));
            default -> Optional.empty();
        };
    }

    private Optional<SiteRef> site(HttpServletRequest request, SiteId id) {
        CurrentSites.Standing standing = current.of(id, RequestedHost.nameIn(request));
        if (standing.ofHost().isEmpty() || standing.ofHost().equals(Optional.of(id))) {
            RequestedHost.know(request, standing.ofHost().flatMap(own -> standing.site()));
        }
        RequestedSite.know(request, standing);
        return standing.site();
    }
}
