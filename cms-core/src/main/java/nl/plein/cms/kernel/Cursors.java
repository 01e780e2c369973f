package nl.plein.cms.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.type.TypeReference;

/** Opaque positions in paged answers: signed (HMAC-SHA-256), so that nobody can make one up, and short-lived. */
@ApplicationScoped
public class Cursors {

    /** A cursor older than this is refused; the list is then read anew from its start. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final int SIGNATURE_BYTES = 16;
    private static final String ISSUED = "~";

    @Inject
    Clock clock;

    @Inject
    InstallationKey key;

    public String sign(Map<String, String> position) {
        var members = new TreeMap<>(position);
        members.put(ISSUED, Long.toString(clock.instant().getEpochSecond(), 36));
        byte[] body = Json.write(members).getBytes(StandardCharsets.UTF_8);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(body) + "." + encoder.encodeToString(signature(body));
    }

    /**
     * @return what was signed
     * @throws Invalid {@code bad-cursor} if it was not issued here, {@code expired-cursor} after 15 minutes
     */
    public Map<String, String> open(String cursor) {
        try {
            int dot = cursor.indexOf('.');
            byte[] body = Base64.getUrlDecoder().decode(cursor.substring(0, Math.max(dot, 0)));
            byte[] signature = Base64.getUrlDecoder().decode(cursor.substring(dot + 1));
            if (dot < 1 || !MessageDigest.isEqual(signature, signature(body))) {
                throw bad();
            }
            Map<String, String> members =
                    Json.mapper().readValue(body, new TypeReference<TreeMap<String, String>>() {});
            refuseOld(members.remove(ISSUED));
            return members;
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private void refuseOld(String issued) {
        Instant then = Instant.ofEpochSecond(Long.parseLong(issued, 36));
        if (then.plus(LIFE).isBefore(clock.instant())) {
            throw new Invalid(
                    "expired-cursor", "This cursor is older than 15 minutes: read the list again from its first page.");
        }
    }

    private static Invalid bad() {
        return new Invalid(
                "bad-cursor",
                "This cursor was not issued here: take it from the \"next\" of an answer, whole, or read the"
                        + " list again from its first page.");
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            return java.util.Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
