package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** That a batch is being staged, so that what a crash leaves behind is found. */
@Entity
@Table(name = "staging")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class StagingRow {

    @Id
    private long batch;

    @Column(name = "site_id")
    private String site;

    @Column(name = "begun_at")
    private Instant begun;

    protected StagingRow() {}

    StagingRow(long batch, SiteId site, Instant begun) {
        this.batch = batch;
        this.site = site.value();
        this.begun = begun;
    }

    long batch() {
        return batch;
    }

    SiteId site() {
        return new SiteId(site);
    }
}
