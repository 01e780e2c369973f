package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.plein.cms.accounts.Sessions;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.people.Caller;
import nl.plein.cms.tenancy.SiteRef;

/** Who sends a request: by token, or by the session whose cookie this host has set. */
@ApplicationScoped
public class Callers {

    private static final String SESSION = Callers.class.getName();

    @Inject
    Bearer bearer;

    @Inject
    Sessions sessions;

    @Inject
    RequestedHost host;

    /**
     * @return nobody if neither was sent, or the session is over
     * @throws nl.plein.api.problem.Refused 401 if a token was sent that speaks for nobody
     */
    public Caller callerOf(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            return bearer.callerOf(request);
        }
        return sessionOf(request).map(SignedIn::caller).orElse(Caller.NOBODY);
    }

    /** Looked up once a request. */
    @SuppressWarnings("unchecked")
    public Optional<SignedIn> sessionOf(HttpServletRequest request) {
        Object known = request.getAttribute(SESSION);
        if (known == null) {
            known = Cookies.SESSION.in(request).flatMap(secret -> find(secret, host.siteOf(request)));
            request.setAttribute(SESSION, known);
        }
        return (Optional<SignedIn>) known;
    }

    private Optional<SignedIn> find(String secret, Optional<SiteRef> site) {
        return site.isPresent() ? sessions.find(secret, site.get().id()) : sessions.find(secret);
    }

    /**
     * Whether whoever sent a request would still be let in, for what lasts longer than it. May be asked by any thread and at any
     * time; keeps no session awake.
     */
    public BooleanSupplier watch(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            return bearer.watch(request);
        }
        Optional<UUID> session = sessionOf(request).map(SignedIn::session);
        return () -> session.filter(sessions::isAlive).isPresent();
    }

    /** Whether the answer may depend on who asks. */
    public static boolean isNamedIn(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || Cookies.SESSION.isPerhapsIn(request);
    }
}
