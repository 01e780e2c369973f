package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** From which version on a site's history is whole. Without a row: from its beginning. */
@Entity
@Table(name = "kept_history")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class KeptHistory {

    @Id
    @Column(name = "site_id")
    private String site;

    @Column(name = "kept_version")
    private long kept;

    protected KeptHistory() {}

    KeptHistory(SiteId site, long kept) {
        this.site = site.value();
        this.kept = kept;
    }

    long since() {
        return kept;
    }
}
