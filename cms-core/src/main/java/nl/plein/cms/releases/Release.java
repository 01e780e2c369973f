package nl.plein.cms.releases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Receipt;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** Changes that become one version, and what became of them. */
@Entity
@Table(name = "site_release")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Release {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String name;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    @Column(name = "made_version")
    private @Nullable Long madeVersion;

    @Column(name = "back_version")
    private @Nullable Long backVersion;

    private int skipped;

    @Column(name = "created_at")
    private Instant created;

    private long changes;

    protected Release() {}

    Release(ReleaseId id, SiteId site, String name, Instant now) {
        this.id = id.value();
        this.site = site.value();
        this.name = name;
        this.state = ReleaseState.PLANNED;
        this.created = now;
    }

    public ReleaseId id() {
        return new ReleaseId(id);
    }

    SiteId site() {
        return new SiteId(site);
    }

    public String name() {
        return name;
    }

    public ReleaseState state() {
        return state;
    }

    /** The version it made; empty unless it was published. */
    public Optional<Long> madeVersion() {
        return Optional.ofNullable(madeVersion);
    }

    /** The version that rolling back made; empty unless it was, and if nothing was left to be put back. */
    public Optional<Long> backVersion() {
        return Optional.ofNullable(backVersion);
    }

    /** Translations that rolling back could not show as before. */
    public int skipped() {
        return skipped;
    }

    public Instant created() {
        return created;
    }

    /** Changes with each change. */
    public String tag() {
        return Long.toString(changes);
    }

    /** @throws Conflict {@code release-over} */
    public void refuseUnlessPlanned() {
        if (state != ReleaseState.PLANNED) {
            throw new Conflict("release-over", "This release is " + state.key() + ": plan another one.");
        }
    }

    void rename(String newName) {
        name = newName;
        changes++;
    }

    void published(Receipt receipt) {
        state = ReleaseState.PUBLISHED;
        madeVersion = receipt.version();
        changes++;
    }

    /** @param version null if nothing was left to be put back */
    void rolledBack(@Nullable Long version, int left) {
        state = ReleaseState.ROLLED_BACK;
        backVersion = version;
        skipped = left;
        changes++;
    }
}
