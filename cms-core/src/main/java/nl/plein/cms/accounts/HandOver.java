package nl.plein.cms.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;

/** A code that was given out and not yet brought back. */
@Entity
@Table(name = "hand_over")
class HandOver {

    @Id
    private String hash;

    @Column(name = "session_id")
    private UUID session;

    @Column(name = "site_id")
    private String site;

    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "return_path")
    private String returnPath;

    @Column(name = "expires_at")
    private Instant expires;

    protected HandOver() {}

    HandOver(String hash, UUID session, SiteId site, String stateHash, String returnPath, Instant expires) {
        this.hash = hash;
        this.session = session;
        this.site = site.value();
        this.stateHash = stateHash;
        this.returnPath = returnPath;
        this.expires = expires;
    }

    UUID session() {
        return session;
    }

    String returnPath() {
        return returnPath;
    }

    boolean isFor(SiteId other, String otherStateHash, Instant now) {
        return site.equals(other.value()) && stateHash.equals(otherStateHash) && now.isBefore(expires);
    }
}
