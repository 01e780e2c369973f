package nl.plein.cms.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address outside, and whether it answers. It counts as dead only when asking again and again said so. */
@Entity
@Table(name = "outside_link")
public class OutsideLink {

    /** What answers is asked again after so long, and up to a day more, so that not all come at once. */
    static final Duration WELL = Duration.ofDays(7);

    /** After the first failure; then twice as long each time. */
    static final Duration FIRST_PAUSE = Duration.ofHours(1);

    /** Nothing is called dead by fewer failures, or by failures that lie closer together. */
    static final int LEAST_FAILURES = 3;

    static final Duration LEAST_TIME = Duration.ofDays(1);

    /** Whoever asks has settled long before; if not, somebody else asks. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration POSTPONED = Duration.ofSeconds(30);

    @Id
    private UUID id;

    private String url;
    private String host;
    private int status;
    private String cause;
    private int failures;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    private boolean dead;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    protected OutsideLink() {}

    OutsideLink(URI url, Instant now) {
        this.id = idOf(url);
        this.url = url.toString();
        this.host = OutsideHost.of(url);
        this.cause = "";
        this.nextAt = now;
    }

    /** The same for an address everywhere. */
    static UUID idOf(URI url) {
        return UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    URI url() {
        return URI.create(url);
    }

    String host() {
        return host;
    }

    int status() {
        return status;
    }

    String cause() {
        return cause;
    }

    /** Since it was found not to answer; empty while it does. */
    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    Instant nextAt() {
        return nextAt;
    }

    void claim(Instant now) {
        nextAt = now.plus(LEASE);
    }

    void settle(Verdict verdict, Instant now) {
        switch (verdict.kind()) {
            case POSTPONED -> nextAt = now.plus(POSTPONED);
            case ALIVE -> live(verdict, now);
            case FAILING -> fail(verdict, now);
        }
    }

    private void live(Verdict verdict, Instant now) {
        status = verdict.status();
        cause = "";
        failures = 0;
        failingSince = null;
        dead = false;
        checkedAt = now;
        long spread =
                Math.floorMod(id.getLeastSignificantBits(), Duration.ofDays(1).toSeconds());
        nextAt = now.plus(WELL).plusSeconds(spread);
    }

    private void fail(Verdict verdict, Instant now) {
        boolean goneAgain = verdict.cause().equals(Verdict.GONE)
                && cause.equals(Verdict.GONE)
                && checkedAt != null
                && !checkedAt.plus(FIRST_PAUSE).isAfter(now);
        Instant since = failingSince == null ? now : failingSince;
        failingSince = since;
        failures++;
        status = verdict.status();
        cause = verdict.cause();
        checkedAt = now;
        dead |= goneAgain
                || failures >= LEAST_FAILURES && !since.plus(LEAST_TIME).isAfter(now);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 8));
        nextAt = now.plus(pause.compareTo(WELL) < 0 ? pause : WELL).plus(verdict.rest());
    }
}
