package nl.plein.cms.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** A content type's row: its definition as it was given. */
@Entity
@Table(name = "content_type")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class StoredType {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "type_key")
    private String key;

    @Convert(converter = JsonConverter.class)
    private JsonNode definition;

    protected StoredType() {}

    StoredType(UUID id, ContentType type) {
        this.id = id;
        this.key = type.key();
        this.definition = type.json();
    }

    ContentType type() {
        return ContentType.of(definition);
    }

    void redefine(ContentType type) {
        this.definition = type.json();
    }
}
