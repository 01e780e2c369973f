package nl.plein.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.plein.api.identity.Devices;
import nl.plein.api.identity.OwnPages;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.tenancy.SiteRef;

/**
 * One request for a page.
 *
 * @param site    whose host was asked; empty for the platform's
 * @param session of who asks, if it is alive
 * @param secret  of the cookie that the forms of this visit are tied to
 */
record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        Words words,
        Optional<SiteRef> site,
        Optional<SignedIn> session,
        String secret) {

    /** Empty if it was not sent. */
    String query(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Of the connection, or what a trusted proxy says. */
    String address() {
        return request.getRemoteAddr();
    }

    /** What the browser says it is. */
    String device() {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : Devices.named(agent);
    }

    /** Goes into every form. */
    Html token() {
        return Html.of("<input type=\"hidden\" name=\"token\" value=\"{}\">", OwnPages.token(secret));
    }
}
