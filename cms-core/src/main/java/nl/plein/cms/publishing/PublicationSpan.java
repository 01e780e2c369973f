package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * From which version until which a publication is visible: all of it that ever changes. A narrow row of its own, because a
 * release changes this of each of its publications while the site is locked, and a database may write a changed row anew
 * into every index of its table.
 */
@Entity
@Table(name = "publication_span")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class PublicationSpan {

    /** Of the publication. */
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "from_version")
    private long since;

    @Column(name = "to_version")
    private long until;

    @Column(name = "changed_version")
    private long changed;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_because")
    private Closing closing;

    protected PublicationSpan() {}

    /** Of a staged row of this batch: visible at no version. */
    static PublicationSpan staged(UUID id, SiteId site, long batch) {
        var span = new PublicationSpan();
        span.id = id;
        span.site = site.value();
        span.since = Versions.OPEN;
        span.until = -batch;
        span.changed = -batch;
        span.closing = Closing.OPEN;
        return span;
    }

    long since() {
        return since;
    }

    long until() {
        return until;
    }

    long changed() {
        return changed;
    }

    Closing closing() {
        return closing;
    }
}
