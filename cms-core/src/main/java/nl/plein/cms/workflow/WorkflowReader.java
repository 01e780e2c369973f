package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.people.Role;
import nl.plein.cms.workflow.Workflow.GateUse;
import nl.plein.cms.workflow.Workflow.State;
import nl.plein.cms.workflow.Workflow.Transition;
import tools.jackson.databind.JsonNode;

/** Reads a workflow from its JSON, as the ready ones are written. */
final class WorkflowReader {

    private WorkflowReader() {}

    /** @throws IllegalArgumentException if it would lead nowhere */
    static Workflow read(JsonNode json) {
        List<State> states = new ArrayList<>();
        for (JsonNode state : json.path("states")) {
            states.add(new State(
                    state.path("key").asString(),
                    words(state.path("name")),
                    state.path("coversText").asBoolean(false)));
        }
        List<Transition> transitions = new ArrayList<>();
        json.path("transitions").forEach(transition -> transitions.add(transition(transition)));
        Workflow workflow = new Workflow(json.path("key").asString(), words(json.path("name")), states, transitions);
        refuseDeadEnds(workflow);
        return workflow;
    }

    private static Transition transition(JsonNode json) {
        Set<Role> roles = new LinkedHashSet<>();
        texts(json.path("roles")).forEach(role -> roles.add(Role.of(role)));
        List<GateUse> gates = new ArrayList<>();
        for (JsonNode gate : json.path("gates")) {
            gates.add(new GateUse(
                    gate.path("gate").asString(),
                    gate.path("severity").asString("error").equals("warning") ? Severity.WARNING : Severity.ERROR));
        }
        return new Transition(
                json.path("key").asString(),
                words(json.path("name")),
                texts(json.path("from")),
                json.path("to").asString(),
                json.path("publishes").asBoolean(false),
                roles,
                gates);
    }

    /** Every state can be reached and left for visitors, and there is one door to them. */
    private static void refuseDeadEnds(Workflow workflow) {
        Set<String> known = new LinkedHashSet<>();
        workflow.states().forEach(state -> known.add(state.key()));
        long doors = workflow.transitions().stream()
                .filter(Transition::publishes)
                .peek(door -> requireThat(
                        door.from().equals(Set.of(door.to())), workflow, "publishing leaves the state as it is"))
                .count();
        requireThat(doors == 1, workflow, "exactly one transition publishes");
        workflow.transitions().forEach(one -> {
            requireThat(known.containsAll(one.from()) && known.contains(one.to()), workflow, one.key() + " is known");
            requireThat(!one.roles().isEmpty(), workflow, "somebody may make " + one.key());
        });
        Set<String> reached = new LinkedHashSet<>(Set.of(workflow.first().key()));
        boolean more = true;
        while (more) {
            more = false;
            for (Transition one : workflow.transitions()) {
                more |= one.from().stream().anyMatch(reached::contains) && reached.add(one.to());
            }
        }
        requireThat(reached.equals(known), workflow, "every state can be reached");
    }

    private static void requireThat(boolean holds, Workflow workflow, String what) {
        if (!holds) {
            throw new IllegalArgumentException("workflow " + workflow.key() + ": it does not hold that " + what);
        }
    }

    private static Words words(JsonNode name) {
        return new Words(name.path("nl").asString(), name.path("en").asString());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
