package nl.plein.cms.theme;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.InstantConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The row of a {@link ThemePackageRef}. */
@Entity
@Table(name = "theme_package")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class ThemePackage {

    @Id
    private UUID id;

    private String name;

    @Column(name = "theme_version")
    private String version;

    private String sha256;
    private long size;

    @Column(name = "uploaded_at")
    @Convert(converter = InstantConverter.class)
    private Instant uploadedAt;

    protected ThemePackage() {}

    ThemePackage(UUID id, ThemePackageRef ref) {
        this.id = id;
        this.name = ref.name();
        this.version = ref.version();
        this.sha256 = ref.sha256();
        this.size = ref.size();
        this.uploadedAt = ref.uploadedAt();
    }

    ThemePackageRef ref(AgencyId agency) {
        return new ThemePackageRef(agency, name, version, sha256, size, uploadedAt);
    }
}
