package nl.plein.api.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import nl.plein.api.metrics.CountingFilter;
import nl.plein.api.problem.ProblemPage;
import nl.plein.api.problem.Refused;
import nl.plein.cms.audit.RecordRefusal;
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

    private static final Logger LOG = System.getLogger(CallerFilter.class.getName());
    private static final AgencyContext.Scope NOTHING = () -> {};

    @Inject
    transient Callers callers;

    @Inject
    transient Calling calling;

    @Inject
    transient AgencyContext agencies;

    @Inject
    transient CurrentSites current;

    @Inject
    transient RecordRefusal refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Caller caller = callers.callerOf(request);
            if (caller.kind() == Caller.Kind.NOBODY && isManagement(request)) {
                throw Refused.unauthenticated(
                        "missing-token",
                        "Managing needs a token, \"Authorization: Bearer <token>\", or that you sign in at /identity/sign-in.");
            }
            refuseWhatOthersWrote(request);
            try (AgencyContext.Scope who = calling.enter(caller);
                    AgencyContext.Scope where = enter(request)) {
                chain.doFilter(request, response);
                recordRefusal(request, response);
            }
        } catch (Refusal | Refused refused) {
            ProblemPage.write(request, response, refused);
        }
    }

    /** The answer has been given: what can't be written down must not take it away. */
    private void recordRefusal(HttpServletRequest request, HttpServletResponse response) {
        Object route = request.getAttribute(CountingFilter.ROUTE);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && route != null) {
            try {
                refusals.perform(request.getMethod() + " " + route, siteIn(request));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a refusal can't be recorded", e);
            }
        }
    }

    private static Optional<SiteId> siteIn(HttpServletRequest request) {
        String[] segments = request.getRequestURI().split("/");
        return segments.length > 4 && segments[3].equals("sites")
                ? Optional.of(SiteId.of(segments[4]))
                : Optional.empty();
    }

    private static boolean isManagement(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/manage/");
    }

    /** What changes something by the cookie that browsers send by themselves. Plain forms bring their own proof. */
    private void refuseWhatOthersWrote(HttpServletRequest request) {
        boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        boolean byScript = isManagement(request) || request.getRequestURI().startsWith("/identity/v1/");
        if (!reads
                && byScript
                && request.getHeader("Authorization") == null
                && callers.sessionOf(request).isPresent()) {
            OwnPages.require(request, Cookies.SESSION.in(request).orElse(""), request.getHeader(OwnPages.HEADER));
        }
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
