package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.Workflow.Transition;

/** Where drafts are, and who could bring them nearer to visitors. */
@ApplicationScoped
public class NextSteps {

    @Inject
    DraftsForPublishing drafts;

    @Inject
    WorkflowChoices choices;

    @Inject
    MadeTransitions transitions;

    @Inject
    Workflows workflows;

    /**
     * @param begins  whether that is the state in which drafts begin
     * @param ways    transitions that lead on; steps back are not among them
     * @param roles   whose holders may make one of them
     * @param shutFor who may make none of them all the same, such as authors under four eyes
     */
    public record Next(
            Draft draft,
            Workflow.State state,
            boolean begins,
            List<Transition> ways,
            Set<Role> roles,
            Set<PersonId> shutFor) {

        public Next {
            ways = List.copyOf(ways);
            roles = Set.copyOf(roles);
            shutFor = Set.copyOf(shutFor);
        }
    }

    /** Two queries for each 2,000. @return without those that are not on the site or in the trash */
    @Transactional
    public Map<TranslationKey, Next> of(SiteRef site, List<TranslationKey> keys) {
        Map<String, Workflow> chosen = choices.chosen(site.id());
        Workflow direct = workflows.named(Workflows.DIRECT);
        Map<TranslationKey, List<MadeTransition>> made = transitions.of(keys);
        Map<TranslationKey, Next> found = new LinkedHashMap<>();
        for (Draft draft : drafts.of(site.id(), keys)) {
            Workflow workflow = chosen.getOrDefault(draft.type(), direct);
            Whereabouts at = Whereabouts.of(workflow, draft, made.getOrDefault(draft.key(), List.of()));
            found.put(draft.key(), next(site, draft, at));
        }
        return found;
    }

    private Next next(SiteRef site, Draft draft, Whereabouts at) {
        List<Workflow.State> order = at.workflow().states();
        List<Transition> ways = at.workflow().transitions().stream()
                .filter(one -> one.from().contains(at.state().key()))
                .filter(one ->
                        one.publishes() || order.indexOf(at.workflow().state(one.to())) > order.indexOf(at.state()))
                .toList();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<PersonId> shut = new HashSet<>();
        Subject subject = new Subject(site, draft, Optional.empty());
        ways.forEach(way -> {
            roles.addAll(way.roles());
            way.gates().stream()
                    .filter(use -> use.severity() == Severity.ERROR)
                    .forEach(use -> shut.addAll(workflows.gate(use.gate()).shutFor(subject)));
        });
        return new Next(draft, at.state(), at.state().equals(at.workflow().first()), ways, roles, shut);
    }
}
