package nl.plein.cms.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A host outside that is asked by one at a time, with a pause after each. */
@Entity
@Table(name = "outside_host")
public class OutsideHost {

    /** Between two addresses of a host. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    /** Whoever asks is done long before. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Id
    private String host;

    @Column(name = "free_at")
    private Instant freeAt;

    protected OutsideHost() {}

    OutsideHost(String host, Instant now) {
        this.host = host;
        this.freeAt = now;
    }

    /** With its port, if it has one of its own. */
    static String of(URI url) {
        return url.getRawAuthority();
    }

    boolean isFree(Instant now) {
        return !freeAt.isAfter(now);
    }

    void claim(Instant now) {
        freeAt = now.plus(LEASE);
    }

    void release(Instant now, Duration rest) {
        freeAt = now.plus(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
    }
}
