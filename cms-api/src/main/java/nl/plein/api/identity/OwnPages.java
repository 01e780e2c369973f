package nl.plein.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request that goes by a cookie was meant by who sent it: it comes from a page of this host, and brings a token
 * that only such a page could know. (Hosts of several agencies under one domain are one "site" to browsers: {@code SameSite} alone
 * does not keep them apart.)
 */
public final class OwnPages {

    /** The header of a request by script. */
    public static final String HEADER = "Plein-Csrf";

    private OwnPages() {}

    /** @param secret of the cookie that the request goes by */
    public static String token(String secret) {
        return Hashes.sha256("csrf\n" + secret);
    }

    /** @throws Refused 403 {@code csrf} */
    public static void require(HttpServletRequest request, String secret, @Nullable String token) {
        if (!isMeant(request, Optional.of(secret), token)) {
            throw new Refused(
                    403,
                    "csrf",
                    "A change by session needs the header " + HEADER
                            + " with the token of GET /identity/v1/session, and an"
                            + " Origin that is this host's own.");
        }
    }

    public static boolean isMeant(HttpServletRequest request, Optional<String> secret, @Nullable String token) {
        return secret.isPresent()
                && token != null
                && MessageDigest.isEqual(
                        token(secret.get()).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))
                && origin(request).equals(request.getHeader("Origin"));
    }

    /** As browsers write it: without the usual port. */
    public static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80) || port <= 0;
        return request.getScheme() + "://" + request.getServerName().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + port);
    }
}
