package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** Says which workflow entries of a type follow on a site. */
@ApplicationScoped
public class ChooseWorkflow {

    @Inject
    Access access;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Workflows workflows;

    @Inject
    WorkflowChoices choices;

    @Inject
    Audit audit;

    /**
     * Nothing changes for visitors. Under another workflow each draft begins in its first state; approvals of the former one
     * count again if it is chosen again.
     *
     * @param seen the key of the workflow that held
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-type}
     * @throws nl.plein.cms.kernel.Invalid  {@code unknown-workflow}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    @Transactional
    public WorkflowChoices.Choice perform(SiteId id, String typeKey, String workflow, Seen seen) {
        SiteRef site = access.require(Permission.SITE_MANAGE, id);
        ContentType type = types.get(typeKey);
        Workflow wanted = workflows.held(workflow);
        Optional<WorkflowChoice> before = choices.row(site.id(), type.key());
        seen.refuseOther(before.map(WorkflowChoice::workflow).orElse(Workflows.DIRECT));
        before.ifPresentOrElse(
                choice -> choice.change(wanted.key()),
                () -> data.persist(new WorkflowChoice(id(site, type), site.id(), type.key(), wanted.key())));
        data.flush();
        audit.record(
                "workflow.choose",
                "site/" + site.id(),
                Json.mapper().createObjectNode().put("type", type.key()).put("workflow", wanted.key()));
        return new WorkflowChoices.Choice(type.key(), wanted);
    }

    /** The same whoever comes first: of two first choices at the same moment the second is refused. */
    private static UUID id(SiteRef site, ContentType type) {
        return UUID.nameUUIDFromBytes(
                ("workflow-choice " + site.id() + " " + type.key()).getBytes(StandardCharsets.UTF_8));
    }
}
