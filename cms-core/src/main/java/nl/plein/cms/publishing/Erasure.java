package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** That an entry was erased, and with which version; nothing of what it said. */
@Entity
@Table(name = "erasure")
@IdClass(Erasure.Key.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Erasure {

    @Id
    @Column(name = "site_id")
    private String site;

    @Id
    @Column(name = "entry_id")
    private UUID entryId;

    @Column(name = "version")
    private long number;

    @Column(name = "at")
    private Instant erasedAt;

    protected Erasure() {}

    Erasure(SiteId site, EntryId entry, long number, Instant at) {
        this.site = site.value();
        this.entryId = entry.value();
        this.number = number;
        this.erasedAt = at;
    }

    EntryId entry() {
        return new EntryId(entryId);
    }

    long number() {
        return number;
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable String site;
        private @Nullable UUID entryId;

        public Key() {}

        Key(SiteId site, EntryId entry) {
            this.site = site.value();
            this.entryId = entry.value();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(site, that.site)
                    && Objects.equals(entryId, that.entryId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, entryId);
        }
    }
}
