package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/** Reminds of deadlines: once before each and once at it. Several nodes may at once. */
@ApplicationScoped
public class RemindOfTasks {

    private static final Logger LOG = System.getLogger(RemindOfTasks.class.getName());

    @Inject
    Tasks tasks;

    @Inject
    TaskSteps steps;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    /** @return how many mails were enqueued */
    public int perform() {
        int mails = 0;
        for (SiteId id : tasks.sitesToRemind(clock.instant())) {
            try {
                mails += sites.find(id).map(this::ofSite).orElse(0);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "tasks of site " + id + " are looked at again at the next pulse", e);
            }
        }
        return mails;
    }

    private int ofSite(SiteRef site) {
        return context.in(site.agency(), () -> calling.as(Caller.SYSTEM, () -> steps.remind(site)));
    }
}
