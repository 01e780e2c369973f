package nl.plein.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.CurrentSites.Standing;
import nl.plein.cms.tenancy.SiteRef;

/** The site in the path of a request, as it was when the request came in. */
public final class RequestedSite {

    private static final String SITE = RequestedSite.class.getName();

    private RequestedSite() {}

    static void know(HttpServletRequest request, Standing standing) {
        request.setAttribute(SITE, standing);
    }

    /** @return empty if the path names another one, or one that is not there */
    public static Optional<SiteRef> of(HttpServletRequest request, SiteId id) {
        return standing(request).flatMap(Standing::site).filter(site -> site.id()
                .equals(id));
    }

    /** @return empty if the path names no site */
    public static Optional<Standing> standing(HttpServletRequest request) {
        return Optional.ofNullable((Standing) request.getAttribute(SITE));
    }
}
