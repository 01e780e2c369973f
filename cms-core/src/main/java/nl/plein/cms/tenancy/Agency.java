package nl.plein.cms.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.plein.cms.kernel.AgencyId;

/** An organisation: the tenant. */
@Entity
@Table(name = "agency")
public class Agency {

    @Id
    private String id;

    private String name;
    private Instant since;

    @Version
    private long revision;

    protected Agency() {}

    Agency(AgencyId id, String name, Instant since) {
        this.id = id.value();
        this.name = name;
        this.since = since;
    }

    public AgencyId id() {
        return new AgencyId(id);
    }

    public String name() {
        return name;
    }

    public Instant since() {
        return since;
    }

    void rename(String newName) {
        name = newName;
    }
}
