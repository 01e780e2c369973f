package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The row that says what made a version of a site, and when. */
@Entity
@Table(name = "site_version")
@IdClass(SiteVersion.Key.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class SiteVersion {

    @Id
    @Column(name = "site_id")
    private String site;

    @Id
    @Column(name = "version")
    private long number;

    private String act;

    @Column(name = "at")
    private Instant madeAt;

    @Column(name = "person_id")
    private UUID person;

    private int made;
    private int changed;
    private int removed;
    private int parts;
    private int skipped;

    @Column(name = "lock_millis")
    private long lockMillis;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode rendered;

    protected SiteVersion() {}

    SiteVersion(Receipt receipt) {
        this.site = receipt.site().value();
        this.number = receipt.version();
        this.act = receipt.act();
        this.madeAt = receipt.at();
        this.person = receipt.by().map(PersonId::value).orElse(Nil.ID);
        this.made = receipt.made();
        this.changed = receipt.changed();
        this.removed = receipt.removed();
        this.parts = receipt.parts();
        this.skipped = receipt.skipped();
        this.lockMillis = receipt.lockMillis();
    }

    void rendered(JsonNode what) {
        rendered = what;
    }

    Receipt receipt() {
        return new Receipt(
                new SiteId(site),
                number,
                act,
                madeAt,
                Nil.read(person).map(PersonId::new),
                lockMillis,
                made,
                changed,
                removed,
                parts,
                skipped,
                Optional.ofNullable(rendered));
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable String site;
        private long number;

        public Key() {}

        Key(SiteId site, long number) {
            this.site = site.value();
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && Objects.equals(site, that.site) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, number);
        }
    }
}
