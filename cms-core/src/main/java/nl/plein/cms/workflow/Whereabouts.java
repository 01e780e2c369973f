package nl.plein.cms.workflow;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.Draft;

/**
 * Where a draft is in its workflow.
 *
 * @param lapsed the step that led to a state the draft is in no longer, because it says something else by now
 */
public record Whereabouts(Workflow workflow, Workflow.State state, Optional<MadeTransition> lapsed) {

    /**
     * A state that covers the text counts for that text alone, but for that text whenever it comes back: what was approved
     * once and is put back is approved. Steps to a state that the workflow has no more lead to the first one.
     *
     * @param made all steps of the translation, oldest first
     */
    static Whereabouts of(Workflow workflow, Draft draft, List<MadeTransition> made) {
        List<MadeTransition> own = made.stream()
                .filter(one -> one.workflow().equals(workflow.key()))
                .toList();
        Optional<MadeTransition> last = last(own);
        if (last.isEmpty()) {
            return new Whereabouts(workflow, workflow.first(), Optional.empty());
        }
        Optional<Workflow.State> reached = state(workflow, last.get());
        if (reached.isEmpty()) {
            return new Whereabouts(workflow, workflow.first(), Optional.empty());
        }
        if (!reached.get().coversText()) {
            return new Whereabouts(workflow, reached.get(), Optional.empty());
        }
        String hash = TextHash.of(draft);
        return last(own.stream().filter(one -> one.hash().equals(hash)).toList())
                .flatMap(one -> state(workflow, one))
                .filter(Workflow.State::coversText)
                .map(state -> new Whereabouts(workflow, state, Optional.empty()))
                .orElseGet(() -> new Whereabouts(workflow, workflow.first(), last));
    }

    /** Where a step led to; empty if the workflow has that state no more, or another one of that key. */
    private static Optional<Workflow.State> state(Workflow workflow, MadeTransition made) {
        return workflow.find(made.to()).filter(state -> made.version() >= state.since());
    }

    private static Optional<MadeTransition> last(List<MadeTransition> made) {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
    }
}
