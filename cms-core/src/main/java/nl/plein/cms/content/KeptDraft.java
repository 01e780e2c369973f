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
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody wrote on a revision that is no more: kept beside the drafts until a person has taken from it what counts. */
@Entity
@Table(name = "kept_draft")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class KeptDraft {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    @Column(name = "translation_id")
    private UUID translation;

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

    protected KeptDraft() {}

    KeptDraft(
            UUID id,
            Entry entry,
            Translation translation,
            RevisionId basedOn,
            Payload payload,
            Instant now,
            @Nullable UUID by) {
        this.id = id;
        this.site = entry.site().value();
        this.entry = entry.id();
        this.translation = translation.id();
        this.basedOn = basedOn.value();
        this.payload = payload.json();
        this.payloadHash = payload.hash();
        this.savedAt = now;
        this.savedBy = NoId.or(by);
    }

    public UUID id() {
        return id;
    }

    public RevisionId basedOn() {
        return new RevisionId(basedOn);
    }

    public JsonNode payload() {
        return payload;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Optional<PersonId> savedBy() {
        return NoId.unless(savedBy).map(PersonId::new);
    }
}
