package nl.plein.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.api.server.Contract;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.Receipts;
import nl.plein.cms.tenancy.SiteState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document says everything that a client is generated from. That it is true is held by every story. */
class DocumentTest {

    private static final Contract CONTRACT = Contract.ofServer();
    private static final JsonNode DOCUMENT = CONTRACT.document();

    @Test
    void every_operation_has_a_name_of_its_own_and_a_summary() {
        var names = new TreeSet<String>();
        Operations.each((name, operation) -> {
            assertThat(operation.path("operationId").asString(""))
                    .as(name)
                    .matches("[a-z][A-Za-z]+")
                    .satisfies(
                            id -> assertThat(names.add(id)).as(id + " is taken").isTrue());
            assertThat(operation.path("summary").asString(""))
                    .as(name)
                    .hasSizeBetween(5, 80)
                    .doesNotEndWith(".");
        });
    }

    @Test
    void every_operation_succeeds_in_one_way_that_has_a_schema() {
        Operations.each((name, operation) -> {
            List<String> good = operation.path("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2") || status.equals("303"))
                    .toList();
            assertThat(good).as(name).hasSize(1);
            JsonNode content = operation.path("responses").path(good.get(0)).path("content");
            assertThat(content.isEmpty())
                    .as(name)
                    .isEqualTo(List.of("204", "303").contains(good.get(0)));
            content.forEach(
                    media -> assertThat(media.path("schema").isEmpty()).as(name).isFalse());
        });
    }

    /** {@code RolesIT} asks each of them as everybody. */
    @Test
    void every_operation_says_which_permissions_it_takes() {
        Operations.each((name, operation) -> {
            assertThat(operation.path("x-permissions").isArray()).as(name).isTrue();
            operation.path("x-permissions").forEach(permission -> assertThat(
                            operation.path("description").asString())
                    .as(name)
                    .contains("`" + permission.asString() + "`"));
        });
    }

    @Test
    void every_parameter_has_words_a_form_and_an_example() {
        Operations.each((name, operation) -> operation.path("parameters").forEach(parameter -> {
            String which = name + " " + parameter.path("name").asString();
            JsonNode schema = CONTRACT.resolved(parameter.path("schema"));
            assertThat(schema.has("type")).as(which).isTrue();
            assertThat(parameter.path("description").asString("")).as(which).isNotBlank();
            boolean isPlain = schema.has("default") || schema.has("enum");
            assertThat(parameter.has("example") || isPlain).as(which).isTrue();
        }));
    }

    @Test
    void every_body_of_json_has_an_example() {
        Operations.bodies(
                (name, media) -> assertThat(media.has("example")).as(name).isTrue());
    }

    /** Forms and tables, too. Of bytes there is nothing to show in JSON. */
    @Test
    void whatever_is_text_has_an_example() {
        Operations.each((name, operation) -> Operations.contents(operation).forEach(content -> content.properties()
                .forEach(media -> assertThat(media.getValue().has("example"))
                        .as(name + " " + media.getKey())
                        .isNotEqualTo(List.of("*/*", "application/zip").contains(media.getKey())))));
    }

    @Test
    void every_operation_has_a_description() {
        Operations.each((name, operation) ->
                assertThat(operation.path("description").asString("")).as(name).isNotBlank());
    }

    @Test
    void every_example_is_what_its_schema_says() {
        Operations.bodies(
                (name, media) -> assertThat(CONTRACT.schemas().faults(media.path("schema"), media.path("example")))
                        .as(name + " " + media.path("example"))
                        .isEmpty());
        Operations.each((name, operation) -> operation.path("parameters").forEach(parameter -> {
            if (parameter.has("example")) {
                assertThat(CONTRACT.schemas().faults(parameter.path("schema"), parameter.path("example")))
                        .as(name + " " + parameter)
                        .isEmpty();
            }
        }));
        DOCUMENT.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("examples")
                .forEach(example -> assertThat(CONTRACT.schemas().faults(schema.getValue(), example))
                        .as(schema.getKey())
                        .isEmpty()));
    }

    @Test
    void every_schema_says_of_each_member_what_it_is() {
        DOCUMENT.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(member -> assertThat(member.getValue().isEmpty())
                        .as(schema.getKey() + "." + member.getKey())
                        .isFalse()));
    }

    /** A comma in a flow mapping ends a text that is not quoted. */
    @Test
    void descriptions_are_whole_sentences() {
        DOCUMENT.findValues("description").stream()
                .filter(JsonNode::isString)
                .map(words -> words.stringValue().strip())
                .filter(words -> words.contains(" ") && !words.equals("No Content"))
                .forEach(words -> assertThat(words).matches("(?s).*[.`)]"));
    }

    @Test
    void lists_of_values_are_those_of_the_code() {
        assertThat(valuesAt("/JobView/properties/state/enum")).isEqualTo(names(JobState.values()));
        assertThat(valuesAt("/SiteView/properties/state/enum")).isEqualTo(names(SiteState.values()));
        assertThat(valuesAt("/NewState/properties/state/enum")).isEqualTo(names(SiteState.values()));
        assertThat(valuesAt("/Role/enum")).isEqualTo(names(Role.values()));
        assertThat(valuesAt("/PartKind/enum")).isEqualTo(names(PartKind.values()));
        assertThat(valuesAt("/ChangedPart/properties/kind/enum")).isEqualTo(names(PartKind.values()));
        assertThat(valuesAt("/VanishedPart/properties/kind/enum")).isEqualTo(names(PartKind.values()));
        assertThat(valuesAt("/IfTaken/enum")).isEqualTo(names(NewEntry.WhenTaken.values()));
        assertThat(valuesAt("/TypeDefinition/properties/kind/enum")).isEqualTo(names(ContentType.Kind.values()));
        assertThat(valuesAt("/TypeView/properties/kind/enum")).isEqualTo(names(ContentType.Kind.values()));
        assertThat(valuesAt("/ReceiptLine/properties/what/enum")).isEqualTo(names(Receipts.What.values()));
        assertThat(valuesAt("/FieldDefinition/properties/kind/enum"))
                .isEqualTo(setOf(
                        Arrays.stream(FieldKind.values()).map(FieldKind::key).toList()));
        assertThat(valuesAt("/NewWithdrawal/properties/reason/enum"))
                .isEqualTo(names(Closing.SUPERSEDED, Closing.WITHDRAWN));
        assertThat(valuesOfParameter("/manage/v1/sites/{site}/parts", "kind")).isEqualTo(names(PartKind.values()));
        assertThat(valuesOfParameter("/manage/v1/sites/{site}/entries", "place"))
                .isEqualTo(names(EntryLists.Place.values()));
    }

    private static Set<String> valuesAt(String pointer) {
        return values(DOCUMENT.at("/components/schemas" + pointer));
    }

    private static Set<String> valuesOfParameter(String path, String parameter) {
        for (JsonNode one : DOCUMENT.path("paths").path(path).path("get").path("parameters")) {
            if (one.path("name").asString().equals(parameter)) {
                return values(one.path("schema").path("enum"));
            }
        }
        return Set.of();
    }

    private static Set<String> values(JsonNode list) {
        return setOf(list.values().stream().map(JsonNode::asString).toList());
    }

    private static Set<String> setOf(List<String> values) {
        return new TreeSet<>(values);
    }

    /** As they are written in JSON. */
    private static Set<String> names(Enum<?>... values) {
        return setOf(Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    }
}
