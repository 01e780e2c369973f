package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.workflow.WorkflowImpact.Follows;

/** Removes a workflow that nothing follows. The definitions that it has had stay, for those who read what was done by it. */
@ApplicationScoped
public class RemoveWorkflow {

    private static final int TOLD = 5;

    @Inject
    Access access;

    @Inject
    AgencyContext context;

    @Inject
    OwnWorkflows own;

    @Inject
    WorkflowChoices choices;

    @Inject
    Audit audit;

    /**
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-workflow}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws Conflict {@code workflow-in-use}
     */
    @Transactional
    public void perform(String key, Seen seen) {
        access.require(Permission.MODEL_MANAGE, context.current());
        OwnWorkflow row = own.row(key, LockModeType.PESSIMISTIC_WRITE);
        seen.refuseOther(OwnWorkflows.tag(row));
        List<Follows> follows = choices.following(key);
        if (!follows.isEmpty()) {
            String who = follows.stream()
                    .limit(TOLD)
                    .map(one -> one.type() + " on " + one.site())
                    .collect(Collectors.joining(", "));
            throw new Conflict(
                    "workflow-in-use",
                    follows.size() + " types follow this workflow (" + who + (follows.size() > TOLD ? " …" : "")
                            + "): choose another one there first.");
        }
        own.remove(row);
        audit.record("workflow.remove", "workflow/" + key, Json.mapper().createObjectNode());
    }
}
