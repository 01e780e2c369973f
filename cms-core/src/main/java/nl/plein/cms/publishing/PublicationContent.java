package nl.plein.cms.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** The words of a publication, apart from its interval, so that opening and closing ten thousand moves no text. */
@Entity
@Table(name = "publication_content")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class PublicationContent {

    @Id
    private UUID id;

    @Convert(converter = JsonConverter.class)
    private JsonNode payload;

    @Column(name = "model_version")
    private long model;

    protected PublicationContent() {}

    /** @param model the version of the model whose fields the payload has */
    PublicationContent(UUID id, JsonNode payload, long model) {
        this.id = id;
        this.payload = payload;
        this.model = model;
    }

    void overwrite(JsonNode redaction) {
        payload = redaction;
    }

    UUID id() {
        return id;
    }

    JsonNode payload() {
        return payload;
    }

    long model() {
        return model;
    }
}
