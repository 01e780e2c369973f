package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.SiteId;

/**
 * The one way a site gets its next version: stage, plan, lock, look again, write. Without a surrounding transaction each
 * step is one of its own, so that the lock is held for the last one only.
 */
@ApplicationScoped
class MakeVersion {

    private static final Logger LOG = System.getLogger(MakeVersion.class.getName());

    @Inject
    Staging staging;

    @Inject
    VersionSteps steps;

    @Inject
    Followers followers;

    @Inject
    AfterCommit afterCommit;

    Receipt perform(SiteId site, Intent intent) {
        return perform(site, staging.begin(site), intent);
    }

    /** @param batch under which publications have been staged already; dropped if the act fails */
    Receipt perform(SiteId site, long batch, Intent intent) {
        try {
            Plan plan = steps.prepare(site, batch, intent);
            var held = new AtomicLong();
            Receipt receipt = steps.make(site, batch, intent, plan, held);
            if (receipt.madeVersion()) {
                followers.walkNow(MarkDrafts.NAME, site);
                afterCommit.run(() -> followers.wake(site));
            }
            return receipt.locked(Math.max(receipt.lockMillis(), (held.get() + 500_000) / 1_000_000));
        } catch (RuntimeException e) {
            clear(site, batch);
            throw e;
        }
    }

    void clear(SiteId site, long batch) {
        try {
            staging.drop(site, batch);
        } catch (RuntimeException e) {
            // Inside a caller's transaction it goes with the roll-back; else the sweep finds it.
            LOG.log(Level.DEBUG, "staged rows of batch " + batch + " are left to the sweep", e);
        }
    }
}
