package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Role;
import tools.jackson.databind.JsonNode;

/** What the JSON of a workflow has to keep to. Says all that is wrong at once; how it leads to visitors is for {@link WorkflowWays}. */
final class WorkflowRules {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_STATES = 20;
    private static final int MOST_TRANSITIONS = 50;

    private final Set<String> gates;
    private final List<Finding> found = new ArrayList<>();

    private WorkflowRules(Set<String> gates) {
        this.gates = gates;
    }

    /** @param gates that there are @return in the order of the JSON; empty if it can be read and leads to visitors */
    static List<Finding> findings(JsonNode json, Set<String> gates) {
        WorkflowRules rules = new WorkflowRules(gates);
        rules.workflow(json);
        if (rules.found.isEmpty()) {
            rules.found.addAll(WorkflowWays.findings(WorkflowReader.read(json)));
        }
        return rules.found;
    }

    private void workflow(JsonNode json) {
        if (!json.isObject()) {
            add("", "not-an-object", "A workflow is a JSON object.");
            return;
        }
        members("", json, Set.of("key", "name", "states", "transitions"));
        key("/key", json.path("key"));
        name("/name", json.path("name"));
        Set<String> states = states(json.path("states"));
        transitions(json.path("transitions"), states);
    }

    private Set<String> states(JsonNode json) {
        Set<String> keys = new LinkedHashSet<>();
        list("/states", json, MOST_STATES);
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            String at = "/states/" + i;
            JsonNode state = json.path(i);
            members(at, state, Set.of("key", "name", "coversText"));
            key(at + "/key", state.path("key"));
            unique(at + "/key", state.path("key").asString(""), keys);
            name(at + "/name", state.path("name"));
            flag(at + "/coversText", state.path("coversText"));
        }
        return keys;
    }

    private void transitions(JsonNode json, Set<String> states) {
        Set<String> keys = new HashSet<>();
        list("/transitions", json, MOST_TRANSITIONS);
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            String at = "/transitions/" + i;
            JsonNode one = json.path(i);
            members(at, one, Set.of("key", "name", "from", "to", "publishes", "roles", "gates"));
            key(at + "/key", one.path("key"));
            unique(at + "/key", one.path("key").asString(""), keys);
            name(at + "/name", one.path("name"));
            list(at + "/from", one.path("from"), MOST_STATES);
            for (int k = 0; one.path("from").isArray() && k < one.path("from").size(); k++) {
                state(at + "/from/" + k, one.path("from").path(k), states);
            }
            state(at + "/to", one.path("to"), states);
            flag(at + "/publishes", one.path("publishes"));
            roles(at + "/roles", one.path("roles"), one.path("publishes").asBoolean(false));
            gates(at + "/gates", one.path("gates"));
        }
    }

    private void state(String at, JsonNode state, Set<String> states) {
        if (!state.isString() || !states.contains(state.asString())) {
            add(at, "unknown-state", "There is no such state here. There are: " + String.join(", ", states) + ".");
        }
    }

    private void roles(String at, JsonNode json, boolean publishes) {
        list(at, json, Role.values().length);
        Permission needed = publishes ? Permission.CONTENT_PUBLISH : Permission.CONTENT_WRITE;
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            String wanted = json.path(i).asString("");
            boolean known = false;
            for (Role role : Role.values()) {
                known |= role.key().equals(wanted) && role.allows(needed);
            }
            if (!known) {
                add(
                        at + "/" + i,
                        "unfit-role",
                        "Name roles that may "
                                + (publishes
                                        ? "publish: publisher, administrator."
                                        : "write: contributor, editor, publisher, administrator."));
            }
        }
    }

    private void gates(String at, JsonNode json) {
        if (json.isMissingNode()) {
            return;
        }
        if (!json.isArray()) {
            add(at, "not-a-list", "This is a list of gates.");
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            JsonNode use = json.path(i);
            members(at + "/" + i, use, Set.of("gate", "severity"));
            String gate = use.path("gate").asString("");
            if (!gates.contains(gate)) {
                add(
                        at + "/" + i + "/gate",
                        "unknown-gate",
                        "There is no such gate. There are: "
                                + String.join(", ", gates.stream().sorted().toList()) + ".");
            }
            unique(at + "/" + i + "/gate", gate, used);
            String severity = use.path("severity").asString("");
            if (!severity.equals("error") && !severity.equals("warning")) {
                add(at + "/" + i + "/severity", "unknown-severity", "A gate stops (error) or warns (warning).");
            }
        }
    }

    private void members(String at, JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            add(
                    at,
                    "not-an-object",
                    "This is a JSON object with "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
            return;
        }
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> add(
                        at + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown-member",
                        "There is no such member here: take it out."));
    }

    private void list(String at, JsonNode json, int most) {
        if (!json.isArray() || json.isEmpty() || json.size() > most) {
            add(at, "not-a-list", "This is a list of 1 to " + most + ".");
        }
    }

    private void key(String at, JsonNode key) {
        if (!key.isString() || !KEY.matcher(key.asString()).matches()) {
            add(at, "invalid-key", "A key has 1 to 63 lower-case letters, digits and hyphens, a letter first.");
        }
    }

    private void name(String at, JsonNode name) {
        for (String language : List.of("nl", "en")) {
            String said = name.path(language).asString("").strip();
            if (said.isEmpty() || said.length() > LONGEST_NAME) {
                add(
                        at + "/" + language,
                        "name-missing",
                        "Say in 1 to " + LONGEST_NAME + " characters what people read.");
            }
        }
    }

    private void flag(String at, JsonNode flag) {
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            add(at, "not-a-flag", "This is true or false.");
        }
    }

    private void unique(String at, String key, Set<String> known) {
        if (!key.isEmpty() && !known.add(key)) {
            add(at, "twice", "\"" + key + "\" is here twice: give one of them another key.");
        }
    }

    private void add(String at, String code, String message) {
        found.add(new Finding(at, code, message));
    }
}
