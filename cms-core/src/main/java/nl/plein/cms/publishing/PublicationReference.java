package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** That the words of a publication, or a site part, name an entry or an asset, or have a value that nobody else may have. */
@Entity
@Table(name = "publication_reference")
@IdClass(PublicationReference.Key.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class PublicationReference {

    /** What is referred to. */
    public enum Kind {
        ENTRY,
        ASSET,
        /** A value of a unique field, as {@link UniqueValues} names it. */
        VALUE
    }

    @Id
    @Column(name = "owner_id")
    private UUID owner;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    @Column(name = "target_id")
    private UUID target;

    protected PublicationReference() {}

    PublicationReference(UUID owner, Kind kind, UUID target) {
        this.owner = owner;
        this.kind = kind;
        this.target = target;
    }

    UUID owner() {
        return owner;
    }

    /** For words that say the same beside these. */
    PublicationReference of(UUID otherOwner) {
        return new PublicationReference(otherOwner, kind, target);
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable UUID owner;
        private @Nullable Kind kind;
        private @Nullable UUID target;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(owner, that.owner)
                    && kind == that.kind
                    && Objects.equals(target, that.target);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, kind, target);
        }
    }
}
