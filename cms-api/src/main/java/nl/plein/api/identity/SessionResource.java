package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.accounts.EndSessions;
import nl.plein.cms.accounts.PersonSession;
import nl.plein.cms.accounts.Sessions;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import org.jspecify.annotations.Nullable;

/** The caller, and where they are signed in. */
@Path("/identity/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    /**
     * @param session   absent for callers by token
     * @param csrfToken to be sent in the header {@code Plein-Csrf} with each change by session; absent for callers by token
     */
    public record Me(String person, String name, @Nullable UUID session, @Nullable String csrfToken) {

        /** @param secret of the session's cookie */
        static Me of(SignedIn session, String secret) {
            return new Me(
                    session.caller().person().orElseThrow().toString(),
                    session.caller().name(),
                    session.session(),
                    OwnPages.token(secret));
        }
    }

    /**
     * @param device  what the browser said it is
     * @param seenAt  when it was last used, to within five minutes
     * @param current whether it is the one that asks
     */
    public record SessionView(UUID id, String device, Instant since, Instant seenAt, boolean current) {

        static SessionView of(PersonSession session, Optional<UUID> current) {
            return new SessionView(
                    session.id(),
                    session.device(),
                    session.since(),
                    session.seen(),
                    current.equals(Optional.of(session.id())));
        }
    }

    @Inject
    Calling calling;

    @Inject
    Callers callers;

    @Inject
    Sessions sessions;

    @Inject
    EndSessions endSessions;

    @GET
    @Path("session")
    public Me me(@Context HttpServletRequest request) {
        Caller caller = calling.current();
        Optional<SignedIn> session = session(request);
        return new Me(
                person().toString(),
                caller.name(),
                session.map(SignedIn::session).orElse(null),
                session.flatMap(found -> Cookies.SESSION.in(request))
                        .map(OwnPages::token)
                        .orElse(null));
    }

    @GET
    @Path("sessions")
    public Listing<SessionView> list(@Context HttpServletRequest request) {
        Optional<UUID> current = session(request).map(SignedIn::session);
        return Listing.whole(sessions.of(person()).stream()
                .map(session -> SessionView.of(session, current))
                .toList());
    }

    /** Ends all. */
    @DELETE
    @Path("sessions")
    public void endAll() {
        endSessions.all(person());
    }

    @DELETE
    @Path("sessions/{session}")
    public void end(@PathParam("session") String session) {
        try {
            endSessions.one(person(), UUID.fromString(session));
        } catch (IllegalArgumentException e) {
            throw new NotFound("unknown-session", "You have no such session. GET /identity/v1/sessions lists yours.");
        }
    }

    private Optional<SignedIn> session(HttpServletRequest request) {
        return request.getHeader("Authorization") == null ? callers.sessionOf(request) : Optional.empty();
    }

    private PersonId person() {
        return calling.current()
                .person()
                .orElseThrow(() -> Refused.unauthenticated(
                        "not-signed-in",
                        "Nobody is signed in here: open /identity/sign-in in a browser, or send a token."));
    }
}
