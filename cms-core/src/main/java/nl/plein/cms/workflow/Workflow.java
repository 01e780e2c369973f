package nl.plein.cms.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.people.Role;

/**
 * The way of a draft to publication.
 *
 * @param version counts the definitions that it has had; 0 for those that every agency has
 * @param states  the one in which a draft begins first
 */
public record Workflow(String key, Words name, int version, List<State> states, List<Transition> transitions) {

    /**
     * Where a draft is.
     *
     * @param coversText whether the state speaks of the very text that was there when it was entered: a draft that says
     *                   something else is not in it
     * @param since      the version of the workflow from which on it is what it is: steps to one of that key before count no more
     */
    public record State(String key, Words name, boolean coversText, int since) {}

    /**
     * A step from one state to another.
     *
     * @param from      states in which it can be made
     * @param publishes whether it is the one by which visitors get to see the draft
     * @param roles     whose holders may make it
     */
    public record Transition(
            String key,
            Words name,
            Set<String> from,
            String to,
            boolean publishes,
            Set<Role> roles,
            List<GateUse> gates) {

        public Transition {
            from = Set.copyOf(from);
            roles = Set.copyOf(roles);
            gates = List.copyOf(gates);
        }
    }

    /** @param severity how much its findings count here */
    public record GateUse(String gate, Severity severity) {}

    public Workflow {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    State first() {
        return states.get(0);
    }

    State state(String wanted) {
        return find(wanted).orElseThrow();
    }

    Optional<State> find(String wanted) {
        return states.stream().filter(state -> state.key().equals(wanted)).findFirst();
    }

    Optional<Transition> transition(String wanted) {
        return transitions.stream().filter(one -> one.key().equals(wanted)).findFirst();
    }

    /** The one that leads to visitors. */
    Transition publishing() {
        return transitions.stream().filter(Transition::publishes).findFirst().orElseThrow();
    }
}
