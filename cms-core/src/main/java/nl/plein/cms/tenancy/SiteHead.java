package nl.plein.cms.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;

/**
 * The row that is locked while a site gets its next version. Its number has no gaps, and its order is the order of the
 * commits.
 */
@Entity
@Table(name = "site_head")
public class SiteHead {

    @Id
    private String id;

    @Column(name = "agency_id")
    private String agency;

    private long version;
    private String name;

    @Enumerated(EnumType.STRING)
    private SiteState state;

    @Column(name = "time_zone")
    private String timeZone;

    private String locales;

    protected SiteHead() {}

    SiteHead(SiteId id, AgencyId agency, String name, String timeZone, List<String> locales) {
        this.id = id.value();
        this.agency = agency.value();
        this.name = name;
        this.state = SiteState.OPEN;
        this.timeZone = timeZone;
        this.locales = String.join(",", locales);
    }

    /** Takes the next version; only under the lock of {@link SiteHeads#lock}. */
    public long nextVersion() {
        version++;
        return version;
    }

    public SiteRef ref() {
        return new SiteRef(
                new SiteId(id), new AgencyId(agency), version, state, name, timeZone, List.of(locales.split(",")));
    }

    /** Follows the site's versioned settings; publishing calls it in the transaction that changes them. */
    public void settle(String newName, String newTimeZone, List<String> newLocales) {
        name = newName;
        timeZone = newTimeZone;
        locales = String.join(",", newLocales);
    }

    void close() {
        state = SiteState.CLOSED;
    }

    void open() {
        state = SiteState.OPEN;
    }
}
