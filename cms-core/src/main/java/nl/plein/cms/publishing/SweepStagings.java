package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;

/** Deletes what acts that never ended have staged. Nobody can see it; it only takes room. */
@ApplicationScoped
public class SweepStagings {

    private static final Logger LOG = System.getLogger(SweepStagings.class.getName());

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    Staging staging;

    /** @return how many stagings were swept, in all agencies */
    public int perform() {
        int swept = 0;
        for (Agency agency : agencies.all()) {
            swept += context.in(agency.id(), this::sweep);
        }
        return swept;
    }

    private int sweep() {
        int swept = 0;
        for (StagingRow row : staging.abandoned()) {
            try {
                staging.drop(row.site(), row.batch());
                swept++;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a staging is swept at the next try", e);
            }
        }
        return swept;
    }
}
