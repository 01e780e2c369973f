package nl.plein.cms.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Json;
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

    private @Nullable String title;

    /** JSON, by locale: as text, because lists look for words in it. */
    @Column(name = "alt_texts")
    private @Nullable String altWords;

    private @Nullable String credit;
    private @Nullable String licence;
    private @Nullable String language;

    @Column(name = "file_number")
    private int number = 1;

    private long changes;

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

    DescribedAsset described() {
        return new DescribedAsset(ref(), words(), number, changes);
    }

    void describe(AssetWords words) {
        title = words.title().orElse(null);
        altWords = words.alt().isEmpty() ? null : Json.write(Json.mapper().valueToTree(new TreeMap<>(words.alt())));
        credit = words.credit().orElse(null);
        licence = words.licence().orElse(null);
        language = words.language().orElse(null);
        changes++;
    }

    /** What it is now, to be kept. */
    FormerFile former(UUID newId, Instant now) {
        return new FormerFile(newId, ref(), number, now);
    }

    void become(AssetRef other, int otherNumber) {
        file = other.file();
        mediaType = other.mediaType();
        size = other.size();
        sha256 = other.sha256();
        width = other.width();
        height = other.height();
        number = otherNumber;
        focusOn(other.focus());
    }

    private AssetWords words() {
        Map<String, String> alt = new HashMap<>();
        if (altWords != null) {
            Json.parse(altWords)
                    .properties()
                    .forEach(text -> alt.put(text.getKey(), text.getValue().asString()));
        }
        return new AssetWords(
                Optional.ofNullable(title),
                alt,
                Optional.ofNullable(credit),
                Optional.ofNullable(licence),
                Optional.ofNullable(language));
    }

    void focusOn(@Nullable FocalPoint point) {
        focusX = point == null ? null : point.acrossPercent();
        focusY = point == null ? null : point.downPercent();
        changes++;
    }

    private @Nullable FocalPoint focalPoint() {
        return focusX == null || focusY == null ? null : FocalPoint.ofPercents(focusX, focusY);
    }
}
