package nl.plein.cms.remodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.model.ChangeType;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.PayloadForms;
import nl.plein.cms.model.ProposeType;
import nl.plein.cms.model.TypeProposal;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a type while entries are made of it. From the moment of the change everything is read by the new fields; a job
 * carries the texts over. Nothing that takes something away is done unseen.
 */
@ApplicationScoped
public class RemodelType {

    @Inject
    AgencyContext agencies;

    @Inject
    Sites sites;

    @Inject
    ProposeType proposeType;

    @Inject
    WeighTypeChange weigh;

    @Inject
    ChangeType changeType;

    @Inject
    PayloadForms forms;

    @Inject
    LaggingTexts lagging;

    @Inject
    Jobs jobs;

    /** @param job that carries texts over; empty if none has to be */
    public record Remodelled(ContentType type, Optional<JobId> job) {}

    /**
     * @param definition  whose fields may tell, in {@code was}, what they are called now
     * @param seen        tags of the type, see {@link ContentType#tag}
     * @param fingerprint of the impact that was looked at, see {@link TypeImpact#fingerprint}
     * @throws Stale    {@code precondition-failed}; {@code impact-moved-on} if the impact is another one by now
     * @throws Conflict {@code impact-unseen} if something is taken away and no fingerprint is given, with {@code lost},
     *                  {@code unfit} and {@code filters}
     * @throws nl.plein.cms.kernel.Refusal as {@link ProposeType#perform}
     */
    @Transactional
    public Remodelled perform(String key, JsonNode definition, Seen seen, Optional<String> fingerprint) {
        TypeProposal proposal = proposeType.holding(key, definition, seen);
        TypeImpact impact = weigh.of(proposal);
        fingerprint.ifPresentOrElse(stated -> refuseOther(impact, stated), () -> refuseUnseen(impact));
        ContentType changed = changeType.perform(proposal);
        return new Remodelled(changed, job(proposal, impact));
    }

    private static void refuseOther(TypeImpact impact, String stated) {
        if (!stated.equals(impact.fingerprint())) {
            throw new Stale(
                    "impact-moved-on",
                    "Types or texts have changed since you looked at what this would mean, and it means something else"
                            + " by now: look again, and send the fingerprint of that answer.");
        }
    }

    private static void refuseUnseen(TypeImpact impact) {
        if (impact.takesAway()) {
            throw new Conflict(
                    "impact-unseen",
                    "This takes something away: values of "
                            + impact.lost().drafts() + " drafts, "
                            + impact.unfit().drafts()
                            + " drafts that can't be published any more, "
                            + impact.filters().size()
                            + " filters. POST the same definition to …/impacts, look at the answer, and send its fingerprint"
                            + " in \"impact\".",
                    List.of(),
                    Map.of(
                            "lost",
                            counts(impact.lost()),
                            "unfit",
                            counts(impact.unfit()),
                            "filters",
                            impact.filters().stream()
                                    .map(TypeImpact.LostFilter::name)
                                    .toList()));
        }
    }

    private static ObjectNode counts(TypeImpact.Told told) {
        return Json.mapper().createObjectNode().put("drafts", told.drafts()).put("published", told.shown());
    }

    /** Also for texts that an earlier job has left. */
    private Optional<JobId> job(TypeProposal proposal, TypeImpact impact) {
        boolean wanted = !impact.rewritten().isNone() || anyLags(proposal);
        if (!wanted) {
            return Optional.empty();
        }
        ObjectNode input =
                Json.mapper().createObjectNode().put("type", proposal.before().key());
        proposal.concerned().forEach(input.putArray("types")::add);
        return Optional.of(jobs.enqueue(CarryTexts.KIND, null, input));
    }

    private boolean anyLags(TypeProposal proposal) {
        for (SiteRef site : sites.ofAgency(agencies.current())) {
            for (String type : proposal.concerned()) {
                if (lagging.any(site.id(), type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
