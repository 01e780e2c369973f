package nl.plein.cms.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** How long the chain of an agency is, and its last seal: so that an end that was cut off is noticed. */
@Entity
@Table(name = "audit_head")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class AuditHead {

    @Id
    private UUID id;

    private long events;
    private String seal;

    @Column(name = "marked_from")
    private long markedFrom;

    @Column(name = "at")
    private Instant last;

    private String mark;

    protected AuditHead() {}

    AuditHead(AgencyId agency) {
        this.id = idOf(agency);
        this.seal = "";
        this.markedFrom = 1;
        this.last = Instant.EPOCH;
        this.mark = "";
    }

    static UUID idOf(AgencyId agency) {
        return UUID.nameUUIDFromBytes(("trail of " + agency.value()).getBytes(StandardCharsets.UTF_8));
    }

    long events() {
        return events;
    }

    String seal() {
        return seal;
    }

    /** Events before this number were written when there were no marks yet. */
    long markedFrom() {
        return markedFrom;
    }

    /** When what the last event tells of was done. */
    Instant last() {
        return last;
    }

    void append(AuditEvent event) {
        events++;
        event.sealAs(events, seal);
        seal = event.seal();
        last = event.at();
    }

    /** @param length of the chain as it is @param unmarked how many events there are without a mark, sealed or not */
    void adopt(long length, String lastSeal, Instant at, long unmarked) {
        events = length;
        seal = lastSeal;
        last = at;
        markedFrom = unmarked + 1;
    }

    void mark(Marks marks, AgencyId agency) {
        mark = marks.of(text(agency));
    }

    boolean isMarked(Marks marks, AgencyId agency) {
        return marks.fits(mark, text(agency));
    }

    private String text(AgencyId agency) {
        return String.join(
                "\n",
                "head",
                agency.value(),
                String.valueOf(events),
                seal,
                String.valueOf(markedFrom),
                String.valueOf(last.toEpochMilli()));
    }
}
