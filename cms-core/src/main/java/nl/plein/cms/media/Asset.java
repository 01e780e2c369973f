package nl.plein.cms.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** An uploaded file of a site. */
@Entity
@Table(name = "asset")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Asset {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "file_name")
    private String file;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String sha256;
    private int width;
    private int height;

    @Column(name = "focus_x")
    private @Nullable Integer focusX;

    @Column(name = "focus_y")
    private @Nullable Integer focusY;

    private Instant since;

    protected Asset() {}

    Asset(AssetRef ref, Instant since) {
        this.id = ref.id().value();
        this.site = ref.site().value();
        this.file = ref.file();
        this.mediaType = ref.mediaType();
        this.size = ref.size();
        this.sha256 = ref.sha256();
        this.width = ref.width();
        this.height = ref.height();
        this.since = since;
    }

    AssetRef ref() {
        return new AssetRef(
                new AssetId(id), new SiteId(site), file, mediaType, size, sha256, width, height, focalPoint());
    }

    void focusOn(@Nullable FocalPoint point) {
        focusX = point == null ? null : point.acrossPercent();
        focusY = point == null ? null : point.downPercent();
    }

    private @Nullable FocalPoint focalPoint() {
        return focusX == null || focusY == null ? null : FocalPoint.ofPercents(focusX, focusY);
    }
}
