package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.workflow.WorkflowImpact.Fate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a workflow of an agency another definition, at once for all sites and types that follow it. Drafts in a state that goes are
 * in the first one from then on, and their approvals count no more, also if a state of that key comes again.
 */
@ApplicationScoped
public class ChangeWorkflow {

    @Inject
    Access access;

    @Inject
    AgencyContext context;

    @Inject
    OwnWorkflows own;

    @Inject
    WeighWorkflowChange weigh;

    @Inject
    Audit audit;

    /**
     * @param seen        tags of the workflow, see {@link OwnWorkflows.Told}
     * @param fingerprint of the impact that was looked at
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-workflow}
     * @throws Invalid  {@code invalid-workflow} with findings; {@code key-fixed}
     * @throws Stale    {@code precondition-failed}; {@code impact-moved-on} if the impact is another one by now
     * @throws Conflict {@code impact-unseen} if drafts go back and no fingerprint is given, with {@code states}
     */
    @Transactional
    public OwnWorkflows.Told perform(String key, JsonNode definition, Seen seen, Optional<String> fingerprint) {
        access.require(Permission.MODEL_MANAGE, context.current());
        OwnWorkflow row = own.row(key, LockModeType.PESSIMISTIC_WRITE);
        seen.refuseOther(OwnWorkflows.tag(row));
        WorkflowImpact impact = weigh.of(row, definition);
        fingerprint.ifPresentOrElse(stated -> refuseOther(impact, stated), () -> refuseUnseen(impact));
        if (Json.canonical(row.definition()).equals(Json.canonical(definition))) {
            return OwnWorkflows.told(row);
        }
        row.change(definition);
        own.keep(row);
        audit.record(
                "workflow.change",
                "workflow/" + key,
                Json.mapper().createObjectNode().put("number", row.number()));
        return OwnWorkflows.told(row);
    }

    private static void refuseOther(WorkflowImpact impact, String stated) {
        if (!stated.equals(impact.fingerprint())) {
            throw new Stale(
                    "impact-moved-on",
                    "The workflow or drafts have changed since you looked at what this would mean, and it means something"
                            + " else by now: look again, and send the fingerprint of that answer.");
        }
    }

    private static void refuseUnseen(WorkflowImpact impact) {
        if (!impact.takesAway()) {
            return;
        }
        List<ObjectNode> states = impact.states().stream()
                .filter(state -> state.fate() != Fate.OTHER_WAYS && state.count() > 0)
                .map(state -> Json.mapper()
                        .createObjectNode()
                        .put("state", state.state())
                        .put("drafts", state.count()))
                .toList();
        throw new Conflict(
                "impact-unseen",
                "Drafts go back to the first state, and their approvals count no more. POST the same definition to"
                        + " …/impacts, look at the answer, and send its fingerprint in \"impact\".",
                List.of(),
                Map.of("states", states));
    }
}
