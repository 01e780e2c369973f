package nl.plein.cms.workflow;

import java.util.List;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.SiteId;

/**
 * What another definition of a workflow would mean.
 *
 * @param follows who follows the workflow
 * @param states  those that would go or mean something else, and the drafts that are in them
 */
public record WorkflowImpact(int number, String definition, List<Follows> follows, List<StateChange> states) {

    /** @param type key of a content type */
    public record Follows(SiteId site, String type) {}

    /** How many drafts are in a state; what visitors see as it is does not count. */
    public record Drafts(SiteId site, String type, long drafts) {}

    /** What becomes of a state. */
    public enum Fate {
        /** It is no more: drafts in it go to the first state, and approvals count no more. */
        VANISHES("vanishes"),
        /** It is bound to the text and was not, or the other way round: the same, as steps to it meant something else. */
        MEANS_ANOTHER("means-another"),
        /** Other ways lead out of it, or by other roles or gates. Drafts stay in it. */
        OTHER_WAYS("other-ways");

        private final String key;

        Fate(String key) {
            this.key = key;
        }

        /** The name in API and documents. */
        public String key() {
            return key;
        }
    }

    /** @param drafts by site and type; none where there are none */
    public record StateChange(String state, Words name, Fate fate, List<Drafts> drafts) {

        public StateChange {
            drafts = List.copyOf(drafts);
        }

        public long count() {
            return drafts.stream().mapToLong(Drafts::drafts).sum();
        }
    }

    public WorkflowImpact {
        follows = List.copyOf(follows);
        states = List.copyOf(states);
    }

    /** Whether drafts go back to the first state. */
    public boolean takesAway() {
        return states.stream().anyMatch(state -> state.fate() != Fate.OTHER_WAYS && state.count() > 0);
    }

    /** Names what was looked at: the definition before and after, and the drafts. */
    public String fingerprint() {
        return Hashes.sha256(number + "\n" + definition + "\n" + follows + "\n" + states)
                .substring(0, 32);
    }
}
