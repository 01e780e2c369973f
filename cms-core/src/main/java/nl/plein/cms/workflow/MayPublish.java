package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.SiteRef;

/** The one place that publishing asks, whichever door a draft came to it by. */
@ApplicationScoped
public class MayPublish {

    private static final int MOST_FINDINGS = 100;

    @Inject
    WorkflowChoices choices;

    @Inject
    MadeTransitions transitions;

    @Inject
    Obstacles obstacles;

    @Inject
    Calling calling;

    /**
     * Two queries for each 2,000 drafts at most, one where every type of the site is published directly.
     *
     * @param drafts as they will be shown; what is saved after they were read is not published
     * @throws Conflict     {@code not-approved}, {@code approval-lapsed} or the code of a gate, with findings; their pointers
     *                      begin with the draft's number in the list
     * @throws NotPermitted {@code role-missing} with findings, if that is all
     */
    @Transactional
    public void require(SiteRef site, List<Draft> drafts) {
        refuse(findings(site, drafts));
    }

    /** What {@link #require} would refuse, for the caller as they are now; pointers begin with the draft's number in the list. */
    @Transactional
    public List<Finding> findings(SiteRef site, List<Draft> drafts) {
        Map<String, Workflow> chosen = choices.chosen(site.id());
        List<TranslationKey> asked = drafts.stream()
                .filter(draft -> chosen.containsKey(draft.type()))
                .map(Draft::key)
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<TranslationKey, List<MadeTransition>> made = transitions.of(asked);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Workflow workflow = chosen.get(draft.type());
            if (workflow != null) {
                String pointer = "/" + i;
                whyNot(site, draft, workflow, made.getOrDefault(draft.key(), List.of()))
                        .forEach(reason -> findings.add(reason.finding().under(pointer)));
            }
        }
        return findings;
    }

    private List<Reason> whyNot(SiteRef site, Draft draft, Workflow workflow, List<MadeTransition> made) {
        return obstacles
                .of(
                        new Subject(site, draft, calling.current().person()),
                        Whereabouts.of(workflow, draft, made),
                        workflow.publishing())
                .stream()
                .filter(Reason::forbids)
                .toList();
    }

    private static void refuse(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        List<Finding> told = findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
        Finding first = told.stream()
                .filter(finding -> !finding.code().equals(Obstacles.ROLE_MISSING))
                .findFirst()
                .orElseThrow(() ->
                        new NotPermitted(Obstacles.ROLE_MISSING, told.get(0).message(), told));
        throw new Conflict(first.code(), first.message(), told);
    }
}
