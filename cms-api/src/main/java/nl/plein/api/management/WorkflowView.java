package nl.plein.api.management;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Role;
import nl.plein.cms.workflow.ExplainWorkflow.Explanation;
import nl.plein.cms.workflow.ExplainWorkflow.Way;
import nl.plein.cms.workflow.MadeTransition;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Words;
import nl.plein.cms.workflow.Workflow;
import nl.plein.cms.workflow.WorkflowChoices;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft is, and what may be done with it by whom.
 *
 * @param revision    the draft that this speaks of
 * @param lapsed      the step whose state counts no more, because the draft says something else by now
 * @param transitions all of the workflow, in its order
 * @param steps       that were made with this translation, newest first
 */
public record WorkflowView(
        String workflow,
        String state,
        WordsView stateName,
        String revision,
        @Nullable StepView lapsed,
        List<WayView> transitions,
        List<StepView> steps) {

    /** The same in both languages. */
    @Schema(name = "Words")
    public record WordsView(String nl, String en) {

        static WordsView of(Words words) {
            return new WordsView(words.nl(), words.en());
        }
    }

    /**
     * A transition and what stands in its way.
     *
     * @param open     whether the caller can make it now
     * @param findings why not, or why better not
     * @param roles    whose holders may make it
     * @param people   of the agency and the site who may make it once the draft is where it begins
     */
    @Schema(name = "WorkflowWay")
    public record WayView(
            String transition,
            WordsView name,
            String to,
            boolean publishes,
            boolean open,
            List<CheckFinding> findings,
            List<String> roles,
            List<PersonName> people) {

        static WayView of(Way way) {
            Workflow.Transition transition = way.transition();
            return new WayView(
                    transition.key(),
                    WordsView.of(transition.name()),
                    transition.to(),
                    transition.publishes(),
                    way.isOpen(),
                    way.reasons().stream().map(CheckFinding::of).toList(),
                    transition.roles().stream().sorted().map(Role::key).toList(),
                    way.people().stream().map(PersonName::of).toList());
        }
    }

    /** @param pointer into the fields of the draft; empty for the whole
     *  @param message a sentence that says what to do */
    public record CheckFinding(String pointer, String code, String severity, WordsView message) {

        static CheckFinding of(Reason reason) {
            return new CheckFinding(
                    reason.pointer(), reason.code(), reason.severity().key(), WordsView.of(reason.words()));
        }
    }

    /** Somebody who can be asked. */
    public record PersonName(String person, String name) {

        static PersonName of(Person person) {
            return new PersonName(person.id().toString(), person.name());
        }
    }

    /**
     * A step that was made.
     *
     * @param by    absent if the installation made it; {@code name} is theirs
     * @param words absent if nothing was said with it
     */
    @Schema(name = "WorkflowStep")
    public record StepView(
            String transition,
            String to,
            String revision,
            Instant at,
            @Nullable String by,
            @Nullable String name,
            @Nullable String words) {

        static StepView of(MadeTransition made, Function<PersonId, Optional<Person>> persons) {
            return new StepView(
                    made.transition(),
                    made.to(),
                    made.revision().toString(),
                    made.at(),
                    made.by().map(Object::toString).orElse(null),
                    made.by().flatMap(persons).map(Person::name).orElse(null),
                    made.words().isEmpty() ? null : made.words());
        }
    }

    /** Which workflow entries of a type follow. */
    @Schema(name = "WorkflowChoice")
    public record ChoiceView(String type, String workflow) {

        static ChoiceView of(WorkflowChoices.Choice choice) {
            return new ChoiceView(choice.type(), choice.workflow().key());
        }
    }

    /** A state of a workflow. @param coversText whether a draft leaves it by saying something else */
    @Schema(name = "WorkflowState")
    public record StateView(String state, WordsView name, boolean coversText) {}

    /** A transition as it is defined. @param gates that look at the draft before */
    @Schema(name = "WorkflowTransition")
    public record TransitionView(
            String transition,
            WordsView name,
            List<String> from,
            String to,
            boolean publishes,
            List<String> roles,
            List<GateView> gates) {

        static TransitionView of(Workflow.Transition transition) {
            return new TransitionView(
                    transition.key(),
                    WordsView.of(transition.name()),
                    transition.from().stream().sorted().toList(),
                    transition.to(),
                    transition.publishes(),
                    transition.roles().stream().sorted().map(Role::key).toList(),
                    transition.gates().stream()
                            .map(use -> new GateView(use.gate(), use.severity().key()))
                            .toList());
        }
    }

    /** @param severity how much its findings count in this transition */
    @Schema(name = "WorkflowGate")
    public record GateView(String gate, String severity) {}

    /** A workflow. @param states the one in which a draft begins first */
    @Schema(name = "WorkflowDefinition")
    public record DefinitionView(
            String workflow, WordsView name, List<StateView> states, List<TransitionView> transitions) {

        static DefinitionView of(Workflow workflow) {
            return new DefinitionView(
                    workflow.key(),
                    WordsView.of(workflow.name()),
                    workflow.states().stream()
                            .map(state -> new StateView(state.key(), WordsView.of(state.name()), state.coversText()))
                            .toList(),
                    workflow.transitions().stream().map(TransitionView::of).toList());
        }
    }

    static WorkflowView of(Explanation explanation, Function<PersonId, Optional<Person>> persons) {
        return new WorkflowView(
                explanation.at().workflow().key(),
                explanation.at().state().key(),
                WordsView.of(explanation.at().state().name()),
                explanation.draft().toString(),
                explanation
                        .at()
                        .lapsed()
                        .map(step -> StepView.of(step, persons))
                        .orElse(null),
                explanation.ways().stream().map(WayView::of).toList(),
                explanation.made().stream()
                        .map(step -> StepView.of(step, persons))
                        .toList());
    }
}
