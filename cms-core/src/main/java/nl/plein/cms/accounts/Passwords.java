package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) with the parameters of OWASP's cheat sheet, as a PHC string that names them. One hash
 * takes 19 MiB, so only two are made at a time; who waits longer than three seconds is sent away.
 */
@ApplicationScoped
class Passwords {

    /** @param kib memory */
    private record Cost(int kib, int rounds, int lanes) {}

    private static final Cost OF_NOW = new Cost(19 * 1024, 2, 1);
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 3;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/-]+)\\$([\\w+/-]+)");

    /** What the password of somebody who is not there is compared with, so that it takes as long. Nothing hashes to it. */
    private static final String OF_NOBODY = write(OF_NOW, new byte[SALT], new byte[HASH]);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();

    /** @return empty if too many wait */
    Optional<String> hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return inTurn(() -> write(OF_NOW, salt, derive(password, salt, OF_NOW, HASH)));
    }

    /**
     * @param hash of a person; empty: takes as long, and is never right
     * @return empty if too many wait
     */
    Optional<Boolean> isRight(String password, Optional<String> hash) {
        Matcher phc = PHC.matcher(hash.orElse(OF_NOBODY));
        if (!phc.matches()) {
            throw new IllegalStateException("a password hash that nobody here wrote");
        }
        byte[] salt = decoded(phc.group(4));
        byte[] expected = decoded(phc.group(5));
        return inTurn(() -> MessageDigest.isEqual(expected, derive(password, salt, cost(phc), expected.length)));
    }

    /** Whether it was made with other parameters than those of now. */
    static boolean isOutdated(String hash) {
        Matcher phc = PHC.matcher(hash);
        return !phc.matches() || !cost(phc).equals(OF_NOW);
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    /** Typed on different keyboards, one password may come as different characters: NFKC (NIST SP 800-63B). */
    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kib())
                .withIterations(cost.rounds())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] derived = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }

    private static Cost cost(Matcher phc) {
        return new Cost(Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
    }

    private static String write(Cost cost, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kib() + ",t=" + cost.rounds() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
