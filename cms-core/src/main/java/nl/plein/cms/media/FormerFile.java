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

/** What an asset was before it was replaced. */
@Entity
@Table(name = "former_file")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class FormerFile {

    @Id
    private UUID id;

    @Column(name = "asset_id")
    private UUID asset;

    @Column(name = "site_id")
    private String site;

    private int number;

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

    @Column(name = "replaced_at")
    private Instant replacedAt;

    protected FormerFile() {}

    FormerFile(UUID id, AssetRef was, int number, Instant replacedAt) {
        this.id = id;
        this.asset = was.id().value();
        this.site = was.site().value();
        this.number = number;
        this.file = was.file();
        this.mediaType = was.mediaType();
        this.size = was.size();
        this.sha256 = was.sha256();
        this.width = was.width();
        this.height = was.height();
        FocalPoint focus = was.focus();
        this.focusX = focus == null ? null : focus.acrossPercent();
        this.focusY = focus == null ? null : focus.downPercent();
        this.replacedAt = replacedAt;
    }

    AssetRef ref() {
        FocalPoint focus = focusX == null || focusY == null ? null : FocalPoint.ofPercents(focusX, focusY);
        return new AssetRef(new AssetId(asset), new SiteId(site), file, mediaType, size, sha256, width, height, focus);
    }

    FileVersion version() {
        return new FileVersion(number, ref(), replacedAt);
    }
}
