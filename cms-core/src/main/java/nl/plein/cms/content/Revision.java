package nl.plein.cms.content;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A saved state of a translation. Never changes, but for its name and an erasure. */
@Entity
@Table(name = "revision")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Revision {

    static final String ALWAYS = "always";
    static final String AWHILE = "awhile";
    static final String CARRIED = "carried";

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    @Column(name = "translation_id")
    private UUID translation;

    private int number;

    @Column(name = "based_on")
    private UUID basedOn;

    @Convert(converter = JsonConverter.class)
    private JsonNode payload;

    @Column(name = "payload_hash")
    private String payloadHash;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private UUID savedBy;

    /**
     * {@link #AWHILE} for an autosave that nobody has shown or named yet; {@link #CARRIED} if it says what the one before says,
     * by the fields that its type has had since.
     */
    private String kept;

    /** Given by a person. */
    private @Nullable String name;

    @Column(name = "model_version")
    private long model;

    protected Revision() {}

    /** The next state of a translation. */
    Revision(UUID id, Entry entry, Translation translation, Payload payload, Instant now, @Nullable UUID by) {
        this.id = id;
        this.site = entry.site().value();
        this.entry = entry.id();
        this.translation = translation.id();
        this.number = translation.headNumber() + 1;
        this.basedOn =
                translation.headNumber() == 0 ? NoId.NONE : translation.head().value();
        this.payload = payload.json();
        this.payloadHash = payload.hash();
        this.savedAt = now;
        this.savedBy = NoId.or(by);
        this.kept = ALWAYS;
        this.model = payload.model();
    }

    /** A change of its type made it, no person: nothing else is said. */
    void carryOver() {
        kept = CARRIED;
    }

    boolean isCarriedOver() {
        return kept.equals(CARRIED);
    }

    /** The version of the model whose fields the payload has. */
    long model() {
        return model;
    }

    /** It was saved by an editor's program between two acts of its user. */
    void keepAWhile() {
        kept = AWHILE;
    }

    /** Something else refers to it. */
    void keepForGood() {
        kept = ALWAYS;
    }

    boolean isAutosave() {
        return kept.equals(AWHILE);
    }

    UUID id() {
        return id;
    }

    UUID translation() {
        return translation;
    }

    int number() {
        return number;
    }

    Optional<UUID> basedOn() {
        return NoId.unless(basedOn);
    }

    JsonNode payload() {
        return payload;
    }

    String payloadHash() {
        return payloadHash;
    }

    Instant savedAt() {
        return savedAt;
    }

    Optional<UUID> savedBy() {
        return NoId.unless(savedBy);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** @param given empty to take it away */
    void name(String given) {
        name = given.isEmpty() ? null : given;
        kept = isCarriedOver() ? CARRIED : ALWAYS;
    }

    void redact(JsonNode redaction) {
        payload = redaction;
        name = null;
        payloadHash = "";
    }
}
