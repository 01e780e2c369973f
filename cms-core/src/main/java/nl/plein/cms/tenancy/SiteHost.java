package nl.plein.cms.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.plein.cms.kernel.SiteId;

/** A hostname that answers with a site. A site has at most one canonical host; the others redirect to it. */
@Entity
@Table(name = "hostname")
public class SiteHost {

    @Id
    private String host;

    @Column(name = "site_id")
    private String site;

    private boolean canonical;

    protected SiteHost() {}

    SiteHost(Hostname host, SiteId site, boolean canonical) {
        this.host = host.value();
        this.site = site.value();
        this.canonical = canonical;
    }

    public String host() {
        return host;
    }

    public SiteId site() {
        return new SiteId(site);
    }

    public boolean isCanonical() {
        return canonical;
    }

    void makeCanonical(boolean yes) {
        canonical = yes;
    }
}
