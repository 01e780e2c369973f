package nl.plein.cms.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of the Standard Webhooks scheme (https://www.standardwebhooks.com, symmetric, version {@code v1}): HMAC-SHA-256 of
 * {@code id.timestamp.body}, in base64, one for each secret that holds.
 */
final class Signature {

    /** Before the base64 of a secret's bytes. */
    static final String PREFIX = "whsec_";

    private Signature() {}

    /** @param secrets with their prefix @param timestamp in seconds @return separated by spaces */
    static String of(List<String> secrets, String id, long timestamp, String body) {
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> "v1," + one(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String one(String secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
