package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.publishing.LockTimeout;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * Does what is due, each once and never early, at most 500 as one version, as the person who scheduled it. Several nodes may
 * at once. What can't be done says why and holds up nothing else: a batch that is refused is halved until the one at fault is
 * alone.
 */
@ApplicationScoped
public class RunSchedules {

    private static final Logger LOG = System.getLogger(RunSchedules.class.getName());

    @Inject
    Schedules schedules;

    @Inject
    ScheduleSteps steps;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    /** @return how many were done */
    public int perform() {
        int done = 0;
        for (SiteId site : schedules.sitesWithDue(clock.instant())) {
            try {
                done += sites.find(site).map(this::ofSite).orElse(0);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "what is due on site " + site + " is done at the next look", e);
            }
        }
        return done;
    }

    private int ofSite(SiteRef site) {
        return context.in(site.agency(), () -> {
            int done = 0;
            for (List<DueSchedule> batch : Batches.of(schedules.due(site.id(), clock.instant()), clock.instant())) {
                done += perform(site.id(), batch);
            }
            return done;
        });
    }

    private int perform(SiteId site, List<DueSchedule> batch) {
        try {
            return calling.as(caller(batch.get(0)), () -> steps.perform(site, batch));
        } catch (LockTimeout busy) {
            return 0;
        } catch (Refusal refusal) {
            return batch.size() > 1 ? halves(site, batch) : refused(site, batch.get(0), refusal);
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                return halves(site, batch);
            }
            LOG.log(Level.ERROR, "schedule " + batch.get(0).id() + " broke", e);
            steps.fail(batch.get(0));
            return 0;
        }
    }

    private int halves(SiteId site, List<DueSchedule> batch) {
        int middle = batch.size() / 2;
        return perform(site, batch.subList(0, middle)) + perform(site, batch.subList(middle, batch.size()));
    }

    private int refused(SiteId site, DueSchedule one, Refusal refusal) {
        if (one.act() != ScheduledAct.PUBLISH && refusal.code().equals("not-published")) {
            return gone(site, one);
        }
        steps.refuse(one, refusal instanceof Stale ? overtaken() : refusal);
        return 0;
    }

    private int gone(SiteId site, DueSchedule one) {
        try {
            calling.as(caller(one), () -> steps.doneAlready(site, one));
            return 1;
        } catch (Refusal refusal) {
            steps.refuse(one, refusal);
            return 0;
        }
    }

    private static Refusal overtaken() {
        return new Conflict(
                "draft-changed",
                "The draft was saved again after it was scheduled: look at what is new, then give the newest revision a"
                        + " time.");
    }

    private static Caller caller(DueSchedule one) {
        return one.person()
                .map(person -> new Caller(Caller.Kind.PERSON, Optional.of(person), "schedule"))
                .orElse(Caller.SYSTEM);
    }
}
