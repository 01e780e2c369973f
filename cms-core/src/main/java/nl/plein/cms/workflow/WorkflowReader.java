package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.people.Role;
import nl.plein.cms.workflow.Workflow.GateUse;
import nl.plein.cms.workflow.Workflow.State;
import nl.plein.cms.workflow.Workflow.Transition;
import tools.jackson.databind.JsonNode;

/** Reads a workflow from its JSON, as the ready ones are written. */
final class WorkflowReader {

    private WorkflowReader() {}

    /** @param json in which {@link WorkflowRules} find nothing */
    static Workflow read(JsonNode json) {
        return read(json, 0, Map.of());
    }

    /** @param since the version from which on states are what they are; 0 for those that are not named */
    static Workflow read(JsonNode json, int version, Map<String, Integer> since) {
        List<State> states = new ArrayList<>();
        for (JsonNode state : json.path("states")) {
            String key = state.path("key").asString();
            states.add(new State(
                    key,
                    words(state.path("name")),
                    state.path("coversText").asBoolean(false),
                    since.getOrDefault(key, 0)));
        }
        List<Transition> transitions = new ArrayList<>();
        json.path("transitions").forEach(transition -> transitions.add(transition(transition)));
        return new Workflow(json.path("key").asString(), words(json.path("name")), version, states, transitions);
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

    private static Words words(JsonNode name) {
        return new Words(name.path("nl").asString(), name.path("en").asString());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
