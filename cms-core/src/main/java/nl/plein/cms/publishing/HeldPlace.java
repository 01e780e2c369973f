package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** That an open publication stands at a place. The database allows one for each site, audience and locale. */
@Entity
@Table(name = "held_place")
@IdClass(HeldPlace.Key.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class HeldPlace {

    @Id
    private String place;

    @Id
    @Column(name = "site_id")
    private String site;

    @Id
    private String audience;

    @Id
    private String locale;

    @Column(name = "entry_id")
    private UUID entryId;

    protected HeldPlace() {}

    HeldPlace(SiteId site, Standing standing) {
        this.place = standing.place();
        this.site = site.value();
        this.audience = standing.audience().value();
        this.locale = standing.translation().locale();
        this.entryId = standing.translation().entry().value();
    }

    /** The primary key. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private @Nullable String place;
        private @Nullable String site;
        private @Nullable String audience;
        private @Nullable String locale;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(place, that.place)
                    && Objects.equals(site, that.site)
                    && Objects.equals(audience, that.audience)
                    && Objects.equals(locale, that.locale);
        }

        @Override
        public int hashCode() {
            return Objects.hash(place, site, audience, locale);
        }
    }
}
