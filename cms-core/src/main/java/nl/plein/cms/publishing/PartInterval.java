package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** The row of a site part. */
@Entity
@Table(name = "site_part")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class PartInterval {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Enumerated(EnumType.STRING)
    private PartKind kind;

    @Column(name = "part_key")
    private String partKey;

    private String place;
    private String audience;

    @Convert(converter = JsonConverter.class)
    private JsonNode payload;

    @Enumerated(EnumType.STRING)
    private SitePart.Origin origin;

    @Column(name = "target_entry")
    private UUID targetEntry;

    @Column(name = "target_place")
    private String targetPlace;

    @Column(name = "from_version")
    private long since;

    @Column(name = "to_version")
    private long until;

    @Column(name = "changed_version")
    private long changed;

    protected PartInterval() {}

    /** A staged row of this batch: visible at no version. */
    static PartInterval staged(UUID id, SiteId site, long batch, NewPart part) {
        var row = new PartInterval();
        row.id = id;
        row.site = site.value();
        row.kind = part.kind();
        row.partKey = part.key();
        row.place = Place.of(part.key());
        row.audience = part.audience().value();
        row.payload = part.value();
        row.origin = part.origin();
        SitePart ref = row.part();
        row.targetEntry =
                ref.targetEntry().map(target -> target.entry().value()).orElse(Nil.ID);
        row.targetPlace = ref.targetPath().map(Place::of).orElse("");
        row.since = Versions.OPEN;
        row.until = -batch;
        row.changed = -batch;
        return row;
    }

    /** Its key was the path of an entry that is being erased. */
    void forgetKey() {
        partKey = "";
        place = "erased:" + id;
    }

    long changedWith() {
        return changed;
    }

    SitePart part() {
        return new SitePart(id, kind, partKey, Audience.of(audience), origin, payload, since, until);
    }
}
