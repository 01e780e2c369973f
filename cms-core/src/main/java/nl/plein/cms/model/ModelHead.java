package nl.plein.cms.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Counts the changes of an agency's types, so that what was read once can be kept until the next change. */
@Entity
@Table(name = "model_head")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class ModelHead {

    @Id
    private UUID id;

    @Column(name = "version")
    private long version;

    private UUID stamp;

    protected ModelHead() {}

    ModelHead(AgencyId agency) {
        this.id = idOf(agency);
        this.stamp = id;
    }

    /** The same for an agency on every machine. */
    static UUID idOf(AgencyId agency) {
        return UUID.nameUUIDFromBytes(("model of " + agency.value()).getBytes(StandardCharsets.UTF_8));
    }

    long version() {
        return version;
    }

    /** Names this state of the model; a state that was rolled back is never named again. */
    UUID stamp() {
        return stamp;
    }

    void next(UUID newStamp) {
        version++;
        stamp = newStamp;
    }
}
