package nl.plein.cms.model;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A definition that a type had from a version of the agency's model on. Never changes, and stays when the type goes. */
@Entity
@Table(name = "type_version")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class TypeVersion {

    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "type_key")
    private String key;

    @Column(name = "model_version")
    private long number;

    @Convert(converter = JsonConverter.class)
    private JsonNode definition;

    @Column(name = "made_at")
    private @Nullable Instant at;

    @Column(name = "made_by")
    private UUID by = NOBODY;

    protected TypeVersion() {}

    /** @param given the definition as it was sent: fields tell what they were before */
    TypeVersion(UUID id, ContentType given, long number, Instant at, Optional<PersonId> by) {
        this.id = id;
        this.key = given.key();
        this.number = number;
        this.definition = given.json();
        this.at = at;
        this.by = by.map(PersonId::value).orElse(NOBODY);
    }

    /** The version of the model that it came with; 0 for what was there before definitions were kept. */
    public long number() {
        return number;
    }

    /** As it was sent: a field tells what it was in the version before. */
    public JsonNode definition() {
        return definition;
    }

    ContentType type() {
        return ContentType.of(definition);
    }

    /** Names the definition as {@link ContentType#tag} does. */
    public String tag() {
        return type().settled().tag();
    }

    /** Empty for what was there before definitions were kept. */
    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    /** Empty for the installation itself. */
    public Optional<PersonId> by() {
        return by.equals(NOBODY) ? Optional.empty() : Optional.of(new PersonId(by));
    }
}
