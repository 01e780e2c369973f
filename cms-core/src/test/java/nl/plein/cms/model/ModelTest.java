package nl.plein.cms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class ModelTest {

    private static final String QUOTE =
            """
            {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[
              {"key":"words","kind":"longText","required":true},{"key":"more","kind":"blocks","allowedBlocks":["quote"]}]}""";
    private static final String EVENT =
            """
            {"key":"event","name":{"nl":"Evenement","en":"Event"},"pathPattern":"/agenda/{yyyy}/{slug}","fields":[
              {"key":"title","kind":"text","name":{"nl":"Titel","en":"Title"},"required":true,"minLength":3,"maxLength":20},
              {"key":"start","kind":"dateTime","required":true},
              {"key":"day","kind":"date"},
              {"key":"seats","kind":"number","min":1,"max":500},
              {"key":"way","kind":"select","options":[{"value":"online","label":{"nl":"Online"}},"hall"]},
              {"key":"address","kind":"text","required":true,"visibleWhen":{"field":"way","equals":"hall"}},
              {"key":"postcode","kind":"text","pattern":"^[1-9][0-9]{3} ?[A-Z]{2}$"},
              {"key":"tags","kind":"tags","allowedTypes":["topic"],"maxItems":2},
              {"key":"image","kind":"asset"},{"key":"place","kind":"location"},{"key":"more","kind":"link"},
              {"key":"tint","kind":"colour"},{"key":"raw","kind":"json"},{"key":"free","kind":"boolean"},
              {"key":"speakers","kind":"groups","fields":[{"key":"name","kind":"text","required":true}]},
              {"key":"body","kind":"blocks"}]}""";

    @Parameter
    Plein plein;

    AgencyId agency;

    @BeforeEach
    void found() {
        agency = plein.anAgency().id();
        define(QUOTE);
        define(EVENT);
    }

    @Test
    void a_type_is_found_by_its_key_and_an_unknown_one_names_the_known() {
        plein.inAgency(agency, () -> {
            assertThat(types().get("event").name()).containsEntry("en", "Event");
            assertThat(types().get("event").pathPattern("en")).contains("/agenda/{yyyy}/{slug}");
            assertThat(types().all()).extracting(ContentType::key).containsExactly("event", "quote");
            assertThat(refusal(() -> types().get("news")).message()).contains("event, quote");
        });
    }

    @Test
    void a_type_of_one_agency_is_invisible_to_another() {
        AgencyId other = plein.anAgency().id();
        plein.inAgency(other, () -> {
            assertThat(types().all()).isEmpty();
            assertThat(types().find("event")).isEmpty();
        });
    }

    @Test
    void a_key_is_given_once() {
        assertThatThrownBy(() -> define(QUOTE)).isInstanceOf(Conflict.class).hasMessageContaining("quote");
    }

    @Test
    void a_draft_may_miss_fields_but_a_publication_may_not() {
        assertThat(findings("{}", false)).isEmpty();
        assertThat(findings("{}", true))
                .extracting(Finding::pointer, Finding::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/title", "required"),
                        org.assertj.core.groups.Tuple.tuple("/start", "required"));
        assertThat(findings("{}", true)).extracting(Finding::message).contains("Fill in \"Title\".");
    }

    @Test
    void a_whole_payload_has_no_findings() {
        assertThat(findings(
                        """
                        {"title":"Open dag","start":"2026-03-03T09:00:00+01:00","day":"2026-03-03","seats":20,"way":"hall",
                         "address":"Plein 1","postcode":"1234 AB","tags":[{"entry":"018f3c1e-7a3b-7c4d-8e5f-0123456789ab"}],
                         "image":{"asset":"018f3c1e-7a3b-7c4d-8e5f-0123456789ab","alt":"x"},"place":{"lat":52.1,"lon":5,"label":"x"},
                         "more":{"href":"https://x.nl","label":"x"},"tint":"#112233","raw":[1,{"a":null}],"free":true,
                         "speakers":[{"name":"An"}],
                         "body":[{"id":"a1","type":"quote","fields":{"words":"x","more":[{"id":"b","type":"quote","fields":{"words":"y"}}]}}]}""",
                        true))
                .isEmpty();
    }

    @Test
    void each_finding_says_where_what_and_how_to_mend_it() {
        List<Finding> findings = findings(
                """
                {"title":"x","start":"yesterday","day":"2026-02-30","seats":0,"way":"boat","postcode":"12","tags":[{"entry":"1"}],
                 "more":{"href":"javascript:alert(1)"},"tint":"red","free":"yes","colour":1,"speakers":[{}],
                 "body":[{"id":"a","type":"quote","fields":{"wrds":"x"}},{"id":"a","type":"film","fields":{}}]}""",
                true);
        assertThat(findings)
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .contains(
                        "/title too-short",
                        "/start wrong-format",
                        "/day wrong-format",
                        "/seats too-small",
                        "/way not-an-option",
                        "/postcode wrong-format",
                        "/tags/0/entry wrong-format",
                        "/more/href unsafe-address",
                        "/tint wrong-format",
                        "/free wrong-type",
                        "/colour unknown-field",
                        "/speakers/0/name required",
                        "/body/0/fields/wrds unknown-field",
                        "/body/0/fields/words required",
                        "/body/1/type unknown-block",
                        "/body/1/id id-taken");
        assertThat(findings).extracting(Finding::message).allMatch(message -> message.endsWith("."));
    }

    @Test
    void a_field_that_does_not_show_need_not_be_filled() {
        String online = "{\"title\":\"Open dag\",\"start\":\"2026-03-03T09:00:00Z\",\"way\":\"online\"}";
        assertThat(findings(online, true)).isEmpty();
        assertThat(findings(online.replace("online", "hall"), true))
                .extracting(Finding::pointer)
                .containsExactly("/address");
    }

    @Test
    void a_wrong_shape_or_an_unknown_field_is_refused_even_in_a_draft() {
        assertThat(findings("{\"title\":5,\"nope\":1}", false))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("wrong-type", "unknown-field");
        assertThat(findings("[]", false)).extracting(Finding::code).containsExactly("wrong-type");
    }

    @Test
    void a_bad_definition_is_refused_with_what_to_mend() {
        Invalid refused = (Invalid)
                refusal(
                        () -> define(
                                """
                        {"key":"Bad Key","name":{},"pathPattern":"nieuws","colour":1,"fields":[
                          {"key":"a","kind":"txt"},{"key":"a","kind":"select"},{"key":"b","kind":"text","pattern":"(?=x)"},
                          {"key":"c","kind":"text","minLength":5,"maxLength":2},{"key":"d","kind":"group"},
                          {"key":"e","kind":"text","visibleWhen":{"field":"zz","equals":1}}]}"""));
        assertThat(refused.code()).isEqualTo("invalid-type");
        assertThat(refused.findings())
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .contains(
                        "/key invalid-key",
                        "/name required",
                        "/pathPattern invalid-path-pattern",
                        "/colour unknown-member",
                        "/titleField no-title-field",
                        "/fields/0/kind unknown-kind",
                        "/fields/1/key key-taken",
                        "/fields/1/options required",
                        "/fields/2/pattern invalid-pattern",
                        "/fields/3/maxLength empty-range",
                        "/fields/4/fields required",
                        "/fields/5/visibleWhen unknown-field");
    }

    @Test
    void fields_that_are_no_list_are_a_finding() {
        String definition = "{\"key\":\"odd\",\"name\":{\"nl\":\"Odd\"},\"fields\":{\"title\":\"x\"}}";
        assertThat(refusal(() -> define(definition)).findings())
                .extracting(Finding::pointer, Finding::code)
                .contains(org.assertj.core.groups.Tuple.tuple("/fields", "required"));
    }

    @Test
    void at_most_64_fields_can_be_filtered() {
        StringBuilder fields = new StringBuilder("{\"key\":\"title\",\"kind\":\"text\"}");
        for (int i = 0; i < 64; i++) {
            fields.append(",{\"key\":\"f").append(i).append("\",\"kind\":\"number\"}");
        }
        String definition = "{\"key\":\"wide\",\"name\":{\"nl\":\"Wide\"},\"fields\":[" + fields + "]}";
        assertThat(refusal(() -> define(definition)).message()).contains("64");
    }

    @Test
    void a_changed_type_counts_at_once_and_everywhere() {
        plein.inAgency(agency, () -> {
            assertThat(findings("{\"mood\":\"x\"}", false)).hasSize(1);
            long before = types().version();
            plein.get(ChangeType.class)
                    .perform(
                            "event",
                            Json.parse(EVENT.replace("\"key\":\"tint\"", "\"key\":\"mood\"")
                                    .replace("colour", "text")));
            assertThat(types().version()).isGreaterThan(before);
            assertThat(findings("{\"mood\":\"x\"}", false)).isEmpty();
        });
    }

    @Test
    void a_change_that_is_rolled_back_never_counted() {
        plein.inAgency(agency, () -> {
            assertThatThrownBy(() -> plein.transaction(() -> {
                        define(QUOTE.replace("quote", "lost"));
                        assertThat(types().find("lost")).isPresent();
                        throw new IllegalStateException("on purpose");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(types().find("lost")).isEmpty();
            define(QUOTE.replace("quote", "kept"));
            assertThat(types().find("lost")).isEmpty();
            assertThat(types().find("kept")).isPresent();
        });
    }

    @Test
    void a_type_that_nothing_is_made_of_can_be_removed() {
        plein.inAgency(agency, () -> {
            plein.get(RemoveType.class).perform("event");
            assertThat(types().find("event")).isEmpty();
        });
    }

    private ContentTypes types() {
        return plein.get(ContentTypes.class);
    }

    private void define(String definition) {
        plein.inAgency(agency, () -> plein.get(DefineType.class).perform(Json.parse(definition)));
    }

    private List<Finding> findings(String payload, boolean strict) {
        return plein.inAgency(
                agency, () -> plein.get(Model.class).findings(types().get("event"), Json.parse(payload), strict));
    }

    private static Refusal refusal(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("was not refused");
    }
}
