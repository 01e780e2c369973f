package nl.plein.cms.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable texts: tokens, one-time codes, salts. */
@ApplicationScoped
public class Secrets {

    private final SecureRandom random = new SecureRandom();

    /** @return 43 characters of base64url, 256 bits of entropy */
    public String next() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
