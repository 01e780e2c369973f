package nl.plein.cms.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** One piece of content. What it says is in its translations. */
@Entity
@Table(name = "entry")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Entry {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "site_id")
    private String site;

    @Column(name = "type_key")
    private String type;

    private String audience;

    @Column(name = "parent_id")
    private UUID parent;

    private @Nullable String origin;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "owner_id")
    private UUID owner = NoId.NONE;

    /** An ISO day. */
    @Column(name = "review_on")
    private @Nullable String reviewOn;

    protected Entry() {}

    Entry(UUID id, SiteId site, NewEntry wanted, @Nullable UUID parent, Instant now, @Nullable UUID by) {
        this.id = id;
        this.site = site.value();
        this.type = wanted.type();
        this.audience = wanted.audience().value();
        this.parent = NoId.or(parent);
        this.origin = wanted.origin().orElse(null);
        this.createdAt = now;
        this.createdBy = NoId.or(by);
    }

    UUID id() {
        return id;
    }

    EntryId entryId() {
        return new EntryId(id);
    }

    SiteId site() {
        return new SiteId(site);
    }

    String type() {
        return type;
    }

    Audience audience() {
        return Audience.of(audience);
    }

    Optional<UUID> parent() {
        return NoId.unless(parent);
    }

    Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    /** Since when it is laid aside because its time is over. */
    Optional<Instant> archivedAt() {
        return Optional.ofNullable(archivedAt);
    }

    Upkeep upkeep() {
        return new Upkeep(
                NoId.unless(owner).map(PersonId::new),
                Optional.ofNullable(reviewOn).map(LocalDate::parse));
    }

    void lookAfter(Upkeep wanted) {
        owner = wanted.owner().map(PersonId::value).orElse(NoId.NONE);
        reviewOn = wanted.reviewOn().map(LocalDate::toString).orElse(null);
    }

    boolean inTrash() {
        return deletedAt != null;
    }

    void moveUnder(@Nullable UUID newParent) {
        parent = NoId.or(newParent);
    }

    void showTo(Audience viewers) {
        audience = viewers.value();
    }

    /** @param since null to take it back */
    void archive(@Nullable Instant since) {
        archivedAt = since;
    }

    void throwAway(Instant now) {
        deletedAt = now;
    }

    /** Where it came from may name a person too. */
    void forget() {
        origin = null;
    }

    void takeBack() {
        deletedAt = null;
    }
}
