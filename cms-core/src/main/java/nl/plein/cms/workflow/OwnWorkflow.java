package nl.plein.cms.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A workflow that an agency made itself, as it is now. */
@Entity
@Table(name = "own_workflow")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class OwnWorkflow {

    @Id
    private UUID id;

    @Column(name = "workflow_key")
    private String key;

    private int number;

    @Convert(converter = JsonConverter.class)
    private JsonNode definition;

    /** From which number on each state is what it is. */
    @Convert(converter = JsonConverter.class)
    private JsonNode since;

    protected OwnWorkflow() {}

    /** @param number one more than any of this key had */
    OwnWorkflow(AgencyId agency, JsonNode definition, int number) {
        this.key = definition.path("key").asString();
        this.id = idOf(agency, key);
        this.number = number;
        this.definition = definition;
        ObjectNode first = Json.mapper().createObjectNode();
        definition.path("states").forEach(state -> first.put(state.path("key").asString(), number));
        this.since = first;
    }

    /** The same for an agency on every machine: of two of one key at one moment the second is refused. */
    static UUID idOf(AgencyId agency, String key) {
        return UUID.nameUUIDFromBytes(("workflow " + key + " of " + agency.value()).getBytes(StandardCharsets.UTF_8));
    }

    Workflow workflow() {
        return WorkflowReader.read(definition, number, sinceByState());
    }

    /** What it would be with this definition. */
    Workflow changed(JsonNode other) {
        return WorkflowReader.read(other, number + 1, sinceAfter(other));
    }

    void change(JsonNode other) {
        Map<String, Integer> after = sinceAfter(other);
        ObjectNode kept = Json.mapper().createObjectNode();
        after.forEach(kept::put);
        since = kept;
        definition = other;
        number++;
    }

    int number() {
        return number;
    }

    JsonNode definition() {
        return definition;
    }

    private Map<String, Integer> sinceByState() {
        Map<String, Integer> byState = new HashMap<>();
        since.properties()
                .forEach(state -> byState.put(state.getKey(), state.getValue().asInt()));
        return byState;
    }

    /** A state that covers the text and did not before, or the other way round, is another one. */
    private Map<String, Integer> sinceAfter(JsonNode other) {
        Workflow before = workflow();
        Map<String, Integer> after = new HashMap<>();
        for (Workflow.State state : WorkflowReader.read(other).states()) {
            after.put(
                    state.key(),
                    before.find(state.key())
                            .filter(known -> known.coversText() == state.coversText())
                            .map(Workflow.State::since)
                            .orElse(number + 1));
        }
        return after;
    }
}
