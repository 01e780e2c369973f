package nl.plein.cms.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;

/** By what the hosts of one site know a session. */
@Entity
@Table(name = "site_session")
class SiteSession {

    @Id
    private String hash;

    @Column(name = "session_id")
    private UUID session;

    @Column(name = "site_id")
    private String site;

    protected SiteSession() {}

    SiteSession(String hash, UUID session, SiteId site) {
        this.hash = hash;
        this.session = session;
        this.site = site.value();
    }

    UUID session() {
        return session;
    }

    boolean isOf(SiteId other) {
        return site.equals(other.value());
    }
}
