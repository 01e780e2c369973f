package nl.plein.cms.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.JsonConverter;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One act. It is written in the act's own transaction and takes its place in the chain when it is sealed. */
@Entity
@Table(name = "audit_event")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class AuditEvent {

    @Id
    private UUID id;

    private Instant at;
    private String actor;
    private String action;
    private String subject;

    @Convert(converter = JsonConverter.class)
    private JsonNode details;

    @Column(name = "chain_no")
    private @Nullable Long number;

    private @Nullable String seal;
    private @Nullable String mark;

    protected AuditEvent() {}

    AuditEvent(UUID id, Instant at, String actor, String action, String subject, JsonNode details) {
        this.id = id;
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
        this.details = details;
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public String subject() {
        return subject;
    }

    public JsonNode details() {
        return details;
    }

    /** Its place in the chain; empty until it is sealed, about a second after the act. */
    public Optional<Long> number() {
        return Optional.ofNullable(number);
    }

    /** Follows from all events up to this one; empty until it is sealed. */
    public String seal() {
        return seal == null ? "" : seal;
    }

    void mark(Marks marks, AgencyId agency) {
        mark = marks.of(agency.value() + "\n" + text());
    }

    /** Whether the installation wrote it, and as it is. */
    boolean isMarked(Marks marks, AgencyId agency) {
        return mark != null && marks.fits(mark, agency.value() + "\n" + text());
    }

    void sealAs(long newNumber, String previous) {
        number = newNumber;
        seal = sealAfter(previous);
    }

    /** Whether its seal follows from the one before and from what it says. */
    boolean continues(String previous) {
        return sealAfter(previous).equals(seal);
    }

    private String sealAfter(String previous) {
        return Hashes.sha256(String.join("\n", previous, String.valueOf(number), text()));
    }

    private String text() {
        return String.join(
                "\n",
                id.toString(),
                String.valueOf(at.toEpochMilli()),
                actor,
                action,
                subject,
                Json.canonical(details));
    }
}
