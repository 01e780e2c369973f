package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.cms.accounts.Sessions;
import nl.plein.cms.accounts.SignIn;
import nl.plein.cms.accounts.SignInOutcome;
import nl.plein.cms.accounts.SignedIn;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Signing in by script, on the platform's host: what a page does that is open already, without being left for it. */
@Path("/identity/v1/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {

    /** Who wants to sign in. */
    public record Proof(String mail, String password) {}

    @Inject
    RequestedHost host;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @POST
    @APIResponseSchema(value = SessionResource.Me.class, responseCode = "201")
    public Response signIn(@Context HttpServletRequest request, @Context HttpServletResponse response, Proof proof) {
        requireOwnPage(request);
        String device = Optional.ofNullable(request.getHeader("User-Agent"))
                .map(Devices::named)
                .orElse("");
        SignInOutcome outcome = signIn.perform(proof.mail(), proof.password(), device, request.getRemoteAddr());
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            Cookies.SESSION.set(request, response, welcome.secret());
            SignedIn session = sessions.find(welcome.secret()).orElseThrow();
            return Response.created(URI.create("/identity/v1/session"))
                    .entity(SessionResource.Me.of(session, welcome.secret()))
                    .build();
        }
        throw switch ((SignInOutcome.Refused) outcome) {
            case WRONG ->
                new Refused(
                        422, "wrong-sign-in", "The mail address or the password is wrong: check both and try again.");
            case TOO_MANY ->
                new Refused(
                        429,
                        "too-many-tries",
                        "There were too many tries: wait a minute and try again.",
                        List.of(),
                        Map.of("Retry-After", "60"));
            case BUSY ->
                new Refused(
                        503,
                        "sign-in-busy",
                        "Too many sign in at this moment: try again in ten seconds.",
                        List.of(),
                        Map.of("Retry-After", "10"));
        };
    }

    /** Nobody is signed in by a page of somebody else, nor where the cookie would be a site's. */
    private void requireOwnPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (host.siteOf(request).isPresent() || (origin != null && !origin.equals(OwnPages.origin(request)))) {
            throw new Refused(403, "other-origin", "Sign in on the platform's own host, from a page of it.");
        }
    }
}
