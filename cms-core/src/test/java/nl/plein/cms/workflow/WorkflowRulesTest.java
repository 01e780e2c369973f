package nl.plein.cms.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.plein.cms.kernel.Json;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is wrong with a workflow, all at once and each where it is. */
class WorkflowRulesTest {

    private static final Set<String> GATES =
            Set.of("schema", "references", "links", "accessibility", "personal-data", "plain-language", "four-eyes");

    @Test
    void the_ready_ones_keep_to_the_rules() throws IOException {
        try (var json = Objects.requireNonNull(Workflows.class.getResourceAsStream("ready.json"))) {
            JsonNode ready = Json.parse(json.readAllBytes());

            assertThat(ready).hasSize(3).allSatisfy(one -> assertThat(WorkflowRules.findings(one, GATES))
                    .isEmpty());
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(
                        found(
                                """
                        {"key":"Te Groot","name":{"nl":"X"},"kleur":"rood",
                         "states":[{"key":"draft","name":{"nl":"Concept","en":"Draft"}},
                                   {"key":"draft","name":{"nl":"Nog een","en":"Another"},"coversText":"ja"}],
                         "transitions":[
                           {"key":"publish","name":{"nl":"P","en":"P"},"from":["draft","nergens"],"to":"elders","publishes":true,
                            "roles":["editor"],"gates":[{"gate":"spelling","severity":"hard"},{"gate":"schema","severity":"error"},
                            {"gate":"schema","severity":"warning"}]},
                           {"key":"wait","name":{"nl":"W","en":"W"},"from":[],"to":"draft","roles":["reader","baas"]}]}"""))
                .containsExactly(
                        at("/kleur", "unknown-member"),
                        at("/key", "invalid-key"),
                        at("/name/en", "name-missing"),
                        at("/states/1/key", "twice"),
                        at("/states/1/coversText", "not-a-flag"),
                        at("/transitions/0/from/1", "unknown-state"),
                        at("/transitions/0/to", "unknown-state"),
                        at("/transitions/0/roles/0", "unfit-role"),
                        at("/transitions/0/gates/0/gate", "unknown-gate"),
                        at("/transitions/0/gates/0/severity", "unknown-severity"),
                        at("/transitions/0/gates/2/gate", "twice"),
                        at("/transitions/1/from", "not-a-list"),
                        at("/transitions/1/roles/0", "unfit-role"),
                        at("/transitions/1/roles/1", "unfit-role"));
    }

    @Test
    void a_state_that_cannot_be_reached_or_left_is_found() {
        assertThat(found(workflow(
                        "\"draft\",\"island\",\"cellar\"",
                        way("publish", "draft", "draft", true) + "," + way("sink", "draft", "cellar", false))))
                .containsExactly(at("/states/1", "unreachable"), at("/states/2", "dead-end"));
    }

    @Test
    void there_is_one_door_to_visitors_and_it_leads_back_to_where_it_begins() {
        assertThat(found(workflow("\"draft\"", way("wait", "draft", "draft", false))))
                .containsExactly(at("/transitions", "one-publishes"));
        assertThat(found(workflow(
                        "\"draft\",\"done\"",
                        way("publish", "draft", "done", true) + "," + way("again", "done", "draft", false))))
                .containsExactly(at("/transitions/0/to", "publishing-stays"));
    }

    @Test
    void what_is_no_workflow_at_all_is_refused_without_a_stumble() {
        for (String json : List.of(
                "[]",
                "\"x\"",
                "null",
                "{}",
                "{\"key\":1,\"name\":[],\"states\":{},\"transitions\":\"x\"}",
                "{\"key\":\"a\",\"name\":{\"nl\":\"a\",\"en\":\"a\"},\"states\":[1],\"transitions\":[null]}")) {
            assertThat(WorkflowRules.findings(Json.parse(json), GATES)).as(json).isNotEmpty();
        }
    }

    private static String workflow(String states, String transitions) {
        StringBuilder list = new StringBuilder();
        for (String state : states.split(",")) {
            list.append(list.length() == 0 ? "" : ",")
                    .append("{\"key\":")
                    .append(state)
                    .append(",\"name\":{\"nl\":\"x\",\"en\":\"x\"}}");
        }
        return "{\"key\":\"own\",\"name\":{\"nl\":\"x\",\"en\":\"x\"},\"states\":[" + list + "],\"transitions\":["
                + transitions + "]}";
    }

    private static String way(String key, String from, String to, boolean publishes) {
        return """
               {"key":"%s","name":{"nl":"x","en":"x"},"from":["%s"],"to":"%s","publishes":%s,"roles":["publisher"]}"""
                .formatted(key, from, to, publishes);
    }

    private static List<Tuple> found(String json) {
        return WorkflowRules.findings(Json.parse(json), GATES).stream()
                .map(finding -> at(finding.pointer(), finding.code()))
                .toList();
    }

    private static Tuple at(String pointer, String code) {
        return Tuple.tuple(pointer, code);
    }
}
