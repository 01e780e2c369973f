package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets in the form of the Standard Webhooks scheme. */
@ApplicationScoped
class NewSecrets {

    private final SecureRandom random = new SecureRandom();

    /** @return {@code whsec_} and 32 random bytes in base64 */
    String next() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
