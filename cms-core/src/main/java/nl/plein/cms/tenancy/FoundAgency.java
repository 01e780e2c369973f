package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Invalid;

/** Founds an agency: an empty tenant without sites. */
@ApplicationScoped
public class FoundAgency {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Agencies agencies;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /**
     * @throws Invalid  {@code name-missing}
     * @throws Conflict {@code agency-exists}
     */
    @Transactional
    public Agency perform(AgencyId id, String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new Invalid("invalid-name", "An agency needs a name of 1 to 200 characters.");
        }
        if (agencies.find(id).isPresent()) {
            throw new Conflict(
                    "agency-exists", "The id \"" + id + "\" is taken by another agency: choose another one.");
        }
        var agency = new Agency(id, name.strip(), clock.instant());
        platform.persist(agency);
        deeds.fire(Deed.of("tenancy.found-agency", "agency/" + id).in(id));
        return agency;
    }
}
