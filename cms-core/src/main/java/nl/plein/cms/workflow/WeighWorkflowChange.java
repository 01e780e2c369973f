package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.workflow.WorkflowImpact.Drafts;
import nl.plein.cms.workflow.WorkflowImpact.Fate;
import nl.plein.cms.workflow.WorkflowImpact.Follows;
import nl.plein.cms.workflow.WorkflowImpact.StateChange;
import tools.jackson.databind.JsonNode;

/** Says what another definition of a workflow would mean for the drafts that are on their way. Changes nothing. */
@ApplicationScoped
public class WeighWorkflowChange {

    private static final int CHUNK = 1_000;

    @Inject
    Access access;

    @Inject
    AgencyContext context;

    @Inject
    Workflows workflows;

    @Inject
    OwnWorkflows own;

    @Inject
    WorkflowChoices choices;

    @Inject
    MadeTransitions transitions;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    Translations translations;

    /**
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-workflow}
     * @throws Invalid {@code invalid-workflow} with findings; {@code key-fixed}
     */
    @Transactional
    public WorkflowImpact perform(String key, JsonNode definition) {
        access.require(Permission.MODEL_MANAGE, context.current());
        return of(own.row(key, LockModeType.NONE), definition);
    }

    WorkflowImpact of(OwnWorkflow row, JsonNode definition) {
        DefineWorkflow.refuseWrong(workflows, definition);
        Workflow before = row.workflow();
        if (!definition.path("key").asString().equals(before.key())) {
            throw new Invalid("key-fixed", "The key of a workflow can't change: it stays \"" + before.key() + "\".");
        }
        List<Follows> follows = choices.following(before.key());
        Map<String, Map<Follows, Long>> standing = standing(before, follows);
        List<StateChange> changes = new ArrayList<>();
        for (Workflow.State state : before.states()) {
            fate(before, row.changed(definition), state)
                    .ifPresent(fate -> changes.add(new StateChange(
                            state.key(), state.name(), fate, told(standing.getOrDefault(state.key(), Map.of())))));
        }
        return new WorkflowImpact(row.number(), Json.canonical(definition), follows, changes);
    }

    private static Optional<Fate> fate(Workflow before, Workflow after, Workflow.State state) {
        Optional<Workflow.State> then = after.find(state.key());
        if (then.isEmpty()) {
            return Optional.of(Fate.VANISHES);
        }
        if (then.get().coversText() != state.coversText()) {
            return Optional.of(Fate.MEANS_ANOTHER);
        }
        return waysOut(before, state.key()).equals(waysOut(after, state.key()))
                ? Optional.empty()
                : Optional.of(Fate.OTHER_WAYS);
    }

    /** Without their names, which change nothing. */
    private static Set<String> waysOut(Workflow workflow, String state) {
        return workflow.transitions().stream()
                .filter(one -> one.from().contains(state))
                .map(one -> one.key() + " " + one.to() + " " + one.publishes() + " "
                        + one.roles().stream().sorted().toList() + " " + one.gates())
                .collect(Collectors.toSet());
    }

    /** By state, site and type: drafts that made a step, and that visitors don't see as they are. */
    private Map<String, Map<Follows, Long>> standing(Workflow workflow, List<Follows> follows) {
        Map<SiteId, Set<String>> types = follows.stream()
                .collect(Collectors.groupingBy(Follows::site, Collectors.mapping(Follows::type, Collectors.toSet())));
        Map<String, Map<Follows, Long>> standing = new TreeMap<>();
        types.forEach((site, ofSite) -> {
            List<TranslationKey> keys = transitions.underWay(site, workflow.key());
            for (int from = 0; from < keys.size(); from += CHUNK) {
                List<TranslationKey> some = keys.subList(from, Math.min(keys.size(), from + CHUNK));
                count(workflow, site, ofSite, some, standing);
            }
        });
        return standing;
    }

    private void count(
            Workflow workflow,
            SiteId site,
            Set<String> types,
            List<TranslationKey> keys,
            Map<String, Map<Follows, Long>> standing) {
        Map<TranslationKey, List<MadeTransition>> made = transitions.of(keys);
        Map<TranslationKey, TranslationRef> known = translations.of(site, keys);
        for (Draft draft : drafts.of(site, keys)) {
            TranslationRef translation = known.get(draft.key());
            boolean isSeen = translation != null
                    && translation
                            .publishedRevision()
                            .filter(draft.revision()::equals)
                            .isPresent();
            if (types.contains(draft.type()) && !isSeen) {
                Whereabouts at = Whereabouts.of(workflow, draft, made.getOrDefault(draft.key(), List.of()));
                standing.computeIfAbsent(at.state().key(), any -> new java.util.HashMap<>())
                        .merge(new Follows(site, draft.type()), 1L, Long::sum);
            }
        }
    }

    private static List<Drafts> told(Map<Follows, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> new Drafts(one.getKey().site(), one.getKey().type(), one.getValue()))
                .sorted(java.util.Comparator.comparing(
                                (Drafts one) -> one.site().value())
                        .thenComparing(Drafts::type))
                .toList();
    }
}
