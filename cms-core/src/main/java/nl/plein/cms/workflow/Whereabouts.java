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
     * once and is put back is approved.
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
        Workflow.State reached = workflow.state(last.get().to());
        if (!reached.coversText()) {
            return new Whereabouts(workflow, reached, Optional.empty());
        }
        String hash = TextHash.of(draft);
        return last(own.stream().filter(one -> one.hash().equals(hash)).toList())
                .map(one -> workflow.state(one.to()))
                .filter(Workflow.State::coversText)
                .map(state -> new Whereabouts(workflow, state, Optional.empty()))
                .orElseGet(() -> new Whereabouts(workflow, workflow.first(), last));
    }

    private static Optional<MadeTransition> last(List<MadeTransition> made) {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
    }
}
