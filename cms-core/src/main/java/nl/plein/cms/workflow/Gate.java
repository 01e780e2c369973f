package nl.plein.cms.workflow;

import java.util.List;
import java.util.Set;
import nl.plein.cms.kernel.PersonId;

/** Looks at a draft before a transition. Whoever wants another one writes a bean that implements this. */
public interface Gate {

    /** The name in workflows. */
    String key();

    /** In the order of the draft; empty if nothing is found. What a finding counts for is said by the workflow. */
    List<Reason> findings(Subject subject);

    /** Whether its findings follow from the draft alone, whoever asks. */
    default boolean looksAtText() {
        return true;
    }

    /** For whom it is shut, whatever the draft says; nobody unless a gate looks at persons. */
    default Set<PersonId> shutFor(Subject subject) {
        return Set.of();
    }
}
