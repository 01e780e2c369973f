package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.jobs.TryLater;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.LockTimeout;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does a change item by item, as the person who asked for it. What can't be done says why and holds up nothing else: items that are
 * done together and refused are halved until the one at fault is alone. After a crash it goes on with those that still wait.
 */
@ApplicationScoped
class RunBulk implements JobHandler {

    static final String KIND = "bulk-change";

    private static final Logger LOG = System.getLogger(RunBulk.class.getName());
    private static final int AT_ONCE = 100;
    private static final Duration BUSY = Duration.ofSeconds(2);

    @Inject
    BulkChanges changes;

    @Inject
    BulkSteps steps;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws TryLater {
        SiteId site = run.site().orElseThrow();
        BulkRef change = changes.get(site, run.id());
        BulkAct act = steps.actOf(change);
        List<ItemRef> waiting = steps.waiting(change, AT_ONCE);
        while (!waiting.isEmpty() && !run.cancelled()) {
            for (int from = 0; from < waiting.size(); from += act.together()) {
                perform(change, waiting.subList(from, Math.min(from + act.together(), waiting.size())));
            }
            tell(run, change);
            waiting = steps.waiting(change, AT_ONCE);
        }
        tell(run, change);
    }

    private void perform(BulkRef change, List<ItemRef> items) throws TryLater {
        try {
            steps.perform(change, items);
        } catch (LockTimeout busy) {
            throw new TryLater(BUSY);
        } catch (Refusal refusal) {
            if (items.size() > 1) {
                halves(change, items);
            } else {
                steps.refuse(items.get(0), refusal.code(), refusal.message());
            }
        } catch (RuntimeException e) {
            if (items.size() > 1) {
                halves(change, items);
            } else {
                LOG.log(Level.ERROR, "item " + items.get(0).id() + " of " + change.id() + " broke", e);
                steps.refuse(items.get(0), "broken", "This went wrong. The log of the server has the cause.");
            }
        }
    }

    private void halves(BulkRef change, List<ItemRef> items) throws TryLater {
        int middle = items.size() / 2;
        perform(change, items.subList(0, middle));
        perform(change, items.subList(middle, items.size()));
    }

    private void tell(JobRun run, BulkRef change) {
        Map<ItemOutcome, Integer> counts = changes.counts(change.id());
        run.progress(change.total() - counts.getOrDefault(ItemOutcome.WAITING, 0), change.total());
        ObjectNode report = Json.mapper().createObjectNode();
        counts.forEach((outcome, count) -> report.put(outcome.key(), count));
        run.report(report);
    }
}
