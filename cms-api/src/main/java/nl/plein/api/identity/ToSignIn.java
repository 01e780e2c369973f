package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.plein.cms.accounts.HandOvers;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Leads from a host of a site to sign-in, which is on the platform's. This browser keeps a state; only its hash goes along, and only
 * this browser can redeem what comes back. The state serves all pages that are opened within ten minutes: a browser that opens
 * twenty tabs at once begins twenty hand-overs.
 */
@ApplicationScoped
public class ToSignIn {

    private static final int TEN_MINUTES = 600;
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    PlatformAddress platform;

    @Inject
    Secrets secrets;

    /** @param wanted the path to come back to, with query; what is none leads to the home page */
    public void lead(HttpServletRequest request, HttpServletResponse response, SiteRef site, String wanted) {
        String state = Cookies.STATE
                .in(request)
                .filter(kept -> STATE.matcher(kept).matches())
                .orElseGet(secrets::next);
        Cookies.STATE.set(request, response, state, TEN_MINUTES);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(
                "Location",
                platform.origin() + "/identity/sign-in?site=" + site.id() + "&host="
                        + encoded(RequestedHost.nameIn(request)) + "&state=" + Hashes.sha256(state) + "&return="
                        + encoded(HandOvers.isPath(wanted) ? wanted : "/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
