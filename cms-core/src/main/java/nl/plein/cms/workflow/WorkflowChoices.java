package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.AgencyData;

/** Which workflow holds for the types of a site. */
@ApplicationScoped
@Transactional
public class WorkflowChoices {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentTypes types;

    @Inject
    Workflows workflows;

    /** @param type key of a content type */
    public record Choice(String type, Workflow workflow) {}

    /** Of every type of entry, by key. */
    public List<Choice> all(SiteId site) {
        Map<String, Workflow> chosen = chosen(site);
        Workflow direct = workflows.named(Workflows.DIRECT);
        return types.byKey().values().stream()
                .filter(type -> type.kind() == ContentType.Kind.ENTRY)
                .map(type -> new Choice(type.key(), chosen.getOrDefault(type.key(), direct)))
                .sorted(java.util.Comparator.comparing(Choice::type))
                .toList();
    }

    /** Of one type. */
    public Workflow of(SiteId site, String type) {
        return row(site, type)
                .flatMap(choice -> workflows.find(choice.workflow()))
                .orElseGet(() -> workflows.named(Workflows.DIRECT));
    }

    /** Without those that are published directly. */
    Map<String, Workflow> chosen(SiteId site) {
        Map<String, Workflow> chosen = new HashMap<>();
        data.createQuery("select c from WorkflowChoice c where c.site = :site", WorkflowChoice.class)
                .setParameter("site", site.value())
                .getResultList()
                .forEach(choice -> chosen.put(choice.type(), workflows.named(choice.workflow())));
        chosen.values().removeIf(workflow -> workflow.key().equals(Workflows.DIRECT));
        return chosen;
    }

    /** Who follows a workflow, on all sites of the agency. */
    List<WorkflowImpact.Follows> following(String workflow) {
        return data.createQuery(
                        "select c from WorkflowChoice c where c.workflow = :workflow order by c.site, c.type",
                        WorkflowChoice.class)
                .setParameter("workflow", workflow)
                .getResultStream()
                .map(choice -> new WorkflowImpact.Follows(choice.site(), choice.type()))
                .toList();
    }

    Optional<WorkflowChoice> row(SiteId site, String type) {
        return data.createQuery(
                        "select c from WorkflowChoice c where c.site = :site and c.type = :type", WorkflowChoice.class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .getResultStream()
                .findFirst();
    }
}
