package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;

/**
 * Deletes autosaves that nobody misses, in all agencies: older than thirty days, so that no browser still has one as its base,
 * never shown to visitors, without a name, not the draft, and followed by a newer revision within the hour. What stays is kept
 * for good, so that each autosave is looked at once. May be called by several nodes at a time.
 */
@ApplicationScoped
public class ThinRevisions {

    static final Duration OLD = Duration.ofDays(30);

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    Autosaves autosaves;

    public void perform() {
        for (Agency agency : agencies.all()) {
            context.in(agency.id(), this::thin);
        }
    }

    private void thin() {
        int looked;
        do {
            looked = autosaves.thin();
        } while (looked > 0);
    }
}
