package nl.plein.cms.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.InstantConverter;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** A mapping that a site keeps under a name. */
@Entity
@Table(name = "import_mapping")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class StoredMapping {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String name;

    @Convert(converter = JsonConverter.class)
    private JsonNode mapping;

    @Column(name = "changed_at")
    @Convert(converter = InstantConverter.class)
    private Instant changedAt;

    protected StoredMapping() {}

    StoredMapping(UUID id, SiteId site, String name, JsonNode mapping, Instant changedAt) {
        this.id = id;
        this.site = site.value();
        this.name = name;
        this.mapping = mapping;
        this.changedAt = changedAt;
    }

    void change(JsonNode other, Instant now) {
        mapping = other;
        changedAt = now;
    }

    NamedMapping named() {
        return new NamedMapping(name, ImportMapping.of(mapping), changedAt);
    }
}
