package nl.plein.cms.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** A change of many entries at once. */
@Entity
@Table(name = "bulk_change")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class BulkChange {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Enumerated(EnumType.STRING)
    private BulkAct act;

    private @Nullable String audience;
    private @Nullable String field;

    @Column(name = "target_id")
    private @Nullable String target;

    private @Nullable String undoes;
    private int total;

    @Column(name = "created_at")
    private Instant created;

    protected BulkChange() {}

    BulkChange(JobId job, SiteId site, BulkWish wish, int total, Instant created) {
        this.id = job.value();
        this.site = site.value();
        this.act = wish.act();
        this.audience = wish.audience().map(Audience::value).orElse(null);
        this.field = wish.field().orElse(null);
        this.target = wish.target().map(EntryId::toString).orElse(null);
        this.total = total;
        this.created = created;
    }

    /** Of what another one changed. */
    BulkChange(JobId job, BulkChange other, int total, Instant created) {
        this.id = job.value();
        this.site = other.site;
        this.act = BulkAct.UNDO;
        this.undoes = other.id.toString();
        this.total = total;
        this.created = created;
    }

    BulkRef ref() {
        return new BulkRef(
                new JobId(id),
                new SiteId(site),
                new BulkWish(
                        act,
                        Optional.ofNullable(audience).map(Audience::of),
                        Optional.ofNullable(field),
                        Optional.ofNullable(target).map(EntryId::of)),
                Optional.ofNullable(undoes).map(JobId::of),
                total,
                created);
    }
}
