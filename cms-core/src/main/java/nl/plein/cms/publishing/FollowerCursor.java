package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** How far a follower has come with a site, who is at it, and how often it failed. */
@Entity
@Table(name = "follower_cursor")
@IdClass(FollowerCursor.Key.class)
public class FollowerCursor {

    @Id
    private String follower;

    @Id
    @Column(name = "site_id")
    private String site;

    @Column(name = "version")
    private long number;

    private int tries;

    @Column(name = "next_try_at")
    private Instant nextTry;

    private String failure;

    @Column(name = "moved_at")
    private Instant moved;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    protected FollowerCursor() {}

    FollowerCursor(String follower, SiteId site, Instant now) {
        this.follower = follower;
        this.site = site.value();
        this.nextTry = Instant.EPOCH;
        this.failure = "";
        this.moved = now;
        this.claimedBy = "";
        this.claimedUntil = Instant.EPOCH;
    }

    String follower() {
        return follower;
    }

    SiteId site() {
        return new SiteId(site);
    }

    long number() {
        return number;
    }

    int tries() {
        return tries;
    }

    String failure() {
        return failure;
    }

    Instant nextTry() {
        return nextTry;
    }

    boolean claim(String node, Instant now, Instant until) {
        if (!claimedBy.equals(node) && claimedUntil.isAfter(now)) {
            return false;
        }
        claimedBy = node;
        claimedUntil = until;
        return true;
    }

    void moveTo(long reached, Instant now) {
        number = reached;
        tries = 0;
        failure = "";
        nextTry = Instant.EPOCH;
        moved = now;
        claimedUntil = Instant.EPOCH;
    }

    void fail(String why, Instant again) {
        tries++;
        failure = why.length() > 2_000 ? why.substring(0, 2_000) : why;
        nextTry = again;
        claimedUntil = Instant.EPOCH;
    }

    void retryAtOnce() {
        tries = 0;
        nextTry = Instant.EPOCH;
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable String follower;
        private @Nullable String site;

        public Key() {}

        Key(String follower, SiteId site) {
            this.follower = follower;
            this.site = site.value();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(follower, that.follower)
                    && Objects.equals(site, that.site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(follower, site);
        }
    }
}
