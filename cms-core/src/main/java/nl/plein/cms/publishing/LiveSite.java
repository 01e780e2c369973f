package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.plein.cms.kernel.SiteId;

/** Which rendered version of a site is live: one row, moved only forward. */
@Entity
@Table(name = "site_live")
public class LiveSite {

    @Id
    @Column(name = "site_id")
    private String site;

    @Column(name = "version")
    private long number;

    private String root;

    @Column(name = "moved_at")
    private Instant moved;

    protected LiveSite() {}

    LiveSite(SiteId site, long number, String root, Instant moved) {
        this.site = site.value();
        this.number = number;
        this.root = root;
        this.moved = moved;
    }

    LiveRoot live() {
        return new LiveRoot(new SiteId(site), number, root, moved);
    }
}
