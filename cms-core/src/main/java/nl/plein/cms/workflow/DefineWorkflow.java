package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import tools.jackson.databind.JsonNode;

/** Adds a workflow of an agency's own. Nothing follows it until a site chooses it for a type. */
@ApplicationScoped
public class DefineWorkflow {

    private static final int MOST = 50;

    @Inject
    Access access;

    @Inject
    AgencyContext context;

    @Inject
    Workflows workflows;

    @Inject
    OwnWorkflows own;

    @Inject
    Audit audit;

    /**
     * @throws Invalid  {@code invalid-workflow} with findings; {@code too-many-workflows}
     * @throws Conflict {@code workflow-taken}
     */
    @Transactional
    public OwnWorkflows.Told perform(JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, context.current());
        refuseWrong(workflows, definition);
        String key = definition.path("key").asString();
        if (Workflows.isReady(key) || own.findRow(key, LockModeType.NONE).isPresent()) {
            throw new Conflict("workflow-taken", "There is a workflow \"" + key + "\": choose another key.");
        }
        if (own.told().size() >= MOST) {
            throw new Invalid("too-many-workflows", "An agency has at most " + MOST + ": remove one first.");
        }
        OwnWorkflow row = new OwnWorkflow(context.current(), definition, own.nextNumber(key));
        own.keep(row);
        audit.record(
                "workflow.define",
                "workflow/" + key,
                Json.mapper().createObjectNode().put("number", row.number()));
        return OwnWorkflows.told(row);
    }

    static void refuseWrong(Workflows workflows, JsonNode definition) {
        List<Finding> findings = WorkflowRules.findings(definition, workflows.gateKeys());
        if (!findings.isEmpty()) {
            throw new Invalid("invalid-workflow", findings.get(0).message(), findings);
        }
    }
}
