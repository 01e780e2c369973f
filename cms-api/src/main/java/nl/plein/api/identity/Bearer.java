package nl.plein.api.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import nl.plein.api.problem.Refused;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.CallerOfToken;
import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Bearer} (RFC 6750). */
@ApplicationScoped
public class Bearer {

    private static final String SCHEME = "bearer ";

    @Inject
    CallerOfToken callerOfToken;

    /**
     * @return nobody if no token was sent
     * @throws Refused 401 {@code invalid-token} if one was sent that speaks for nobody
     */
    public Caller callerOf(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Caller.NOBODY;
        }
        return callerOfToken
                .perform(token(header))
                .orElseThrow(() -> Refused.unauthenticated(
                        "invalid-token", "This token is unknown, expired or revoked: ask for a new one."));
    }

    /** Whether the token of a request still speaks for somebody. @throws Refused 401 for another scheme */
    BooleanSupplier watch(HttpServletRequest request) {
        String token = token(request.getHeader("Authorization"));
        return () -> callerOfToken.perform(token).isPresent();
    }

    private static String token(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw Refused.unauthenticated(
                    "unknown-scheme", "Send \"Authorization: Bearer <token>\"; other schemes are not known here.");
        }
        return header.substring(SCHEME.length()).strip();
    }
}
