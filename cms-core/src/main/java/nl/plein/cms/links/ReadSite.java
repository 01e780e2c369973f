package nl.plein.cms.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.plein.cms.kernel.SiteId;

/** The pages of a site were read for links. */
@Entity
@Table(name = "links_read")
public class ReadSite {

    @Id
    @Column(name = "site_id")
    private String site;

    @Column(name = "read_at")
    private Instant readAt;

    protected ReadSite() {}

    ReadSite(SiteId site, Instant readAt) {
        this.site = site.value();
        this.readAt = readAt;
    }
}
