package nl.plein.cms.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.PersonId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** A definition that a workflow of an agency has had. Never changes, and stays when the workflow is removed. */
@Entity
@Table(name = "workflow_version")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class WorkflowVersion {

    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "workflow_key")
    private String key;

    private int number;

    @Convert(converter = JsonConverter.class)
    private JsonNode definition;

    @Column(name = "made_at")
    private Instant at;

    @Column(name = "made_by")
    private UUID by;

    protected WorkflowVersion() {}

    WorkflowVersion(UUID id, JsonNode definition, int number, Instant at, Optional<PersonId> by) {
        this.id = id;
        this.key = definition.path("key").asString();
        this.number = number;
        this.definition = definition;
        this.at = at;
        this.by = by.map(PersonId::value).orElse(NOBODY);
    }

    public int number() {
        return number;
    }

    public JsonNode definition() {
        return definition;
    }

    public Instant at() {
        return at;
    }

    /** None for the installation itself. */
    public Optional<PersonId> by() {
        return by.equals(NOBODY) ? Optional.empty() : Optional.of(new PersonId(by));
    }
}
