package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.plein.cms.tenancy.CurrentSites;
import nl.plein.cms.tenancy.SiteRef;

/** Which site the host belongs to that a request was sent to. None: it is the platform's own host. */
@ApplicationScoped
public class RequestedHost {

    private static final String SITE = RequestedHost.class.getName();

    @Inject
    CurrentSites current;

    /** The one host of a site that the others redirect to. */
    public Optional<String> canonicalOf(SiteRef site) {
        return current.canonicalHost(site.id());
    }

    /** The host that a request was sent to. */
    public static String nameIn(HttpServletRequest request) {
        return withoutRoot(request.getServerName());
    }

    /** Saves the look-up where it is known already that the host belongs to no site, or to this one. */
    static void know(HttpServletRequest request, Optional<SiteRef> site) {
        request.setAttribute(SITE, site);
    }

    /** {@code example.org.} is the full name of {@code example.org}. */
    private static String withoutRoot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    @SuppressWarnings("unchecked")
    public Optional<SiteRef> siteOf(HttpServletRequest request) {
        Object known = request.getAttribute(SITE);
        if (known == null) {
            known = current.ofHost(nameIn(request));
            request.setAttribute(SITE, known);
        }
        return (Optional<SiteRef>) known;
    }
}
