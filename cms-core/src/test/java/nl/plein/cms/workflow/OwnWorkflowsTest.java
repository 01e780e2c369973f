package nl.plein.cms.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.WorkflowImpact.Drafts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** An agency makes a workflow of its own, and changes it while drafts are on their way. */
@OnEveryDatabase
class OwnWorkflowsTest {

    private static final String LEGAL =
            """
            {"key":"legal","name":{"nl":"Langs juridische zaken","en":"Past legal"},
             "states":[{"key":"draft","name":{"nl":"Concept","en":"Draft"}},
                       {"key":"law","name":{"nl":"Bij juridische zaken","en":"At legal"}},
                       {"key":"cleared","name":{"nl":"Akkoord","en":"Cleared"},"coversText":true}],
             "transitions":[
               {"key":"ask","name":{"nl":"Voorleggen","en":"Ask"},"from":["draft"],"to":"law","roles":["contributor","editor","publisher"]},
               {"key":"clear","name":{"nl":"Akkoord geven","en":"Clear"},"from":["law"],"to":"cleared","roles":["editor"]},
               {"key":"publish","name":{"nl":"Publiceren","en":"Publish"},"from":["cleared"],"to":"cleared","publishes":true,
                "roles":["publisher"],"gates":[{"gate":"schema","severity":"error"}]}]}""";

    /** Without the state of legal affairs; and cleared is called otherwise. */
    private static final String SHORT =
            """
            {"key":"legal","name":{"nl":"Kort","en":"Short"},
             "states":[{"key":"draft","name":{"nl":"Concept","en":"Draft"}},
                       {"key":"ready","name":{"nl":"Klaar","en":"Ready"},"coversText":true}],
             "transitions":[
               {"key":"finish","name":{"nl":"Klaar","en":"Finish"},"from":["draft"],"to":"ready","roles":["editor"]},
               {"key":"publish","name":{"nl":"Publiceren","en":"Publish"},"from":["ready"],"to":"ready","publishes":true,
                "roles":["publisher"]}]}""";

    @Parameter
    Plein plein;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(plein, "direct");
        in(() -> plein.get(DefineWorkflow.class).perform(Json.parse(LEGAL)));
    }

    @Test
    void a_site_chooses_it_and_drafts_go_its_way_to_visitors() {
        desk.choose("legal");
        TranslationKey draft = desk.writes(desk.contributor, "Bericht");

        assertThat(Desk.refusal(() -> desk.publishes(desk.publisher, draft))).isEqualTo("not-approved");
        desk.makes(desk.contributor, draft, "ask");
        assertThat(Desk.refusal(() -> desk.makes(desk.publisher, draft, "clear")))
                .isEqualTo("role-missing");
        desk.makes(desk.editor, draft, "clear");
        assertThat(desk.publishes(desk.publisher, draft).version()).isPositive();

        desk.edits(desk.contributor, draft, "Anders");
        assertThat(Desk.refusal(() -> desk.publishes(desk.publisher, draft))).isEqualTo("approval-lapsed");
    }

    @Test
    void another_agency_neither_sees_it_nor_chooses_it() {
        Desk other = new Desk(plein, "direct");

        assertThat(Desk.refusal(() -> other.choose("legal"))).isEqualTo("unknown-workflow");
        assertThat(plein.inAgency(
                        other.site.agency(), () -> plein.get(OwnWorkflows.class).told()))
                .isEmpty();
        assertThat(in(() -> plein.get(Workflows.class).all()))
                .extracting(Workflow::key)
                .containsExactly("direct", "review", "four-eyes", "legal");
    }

    @Test
    void a_key_that_is_taken_and_a_workflow_that_leads_nowhere_are_refused() {
        assertThat(Desk.refusal(() -> in(() -> plein.get(DefineWorkflow.class).perform(Json.parse(LEGAL)))))
                .isEqualTo("workflow-taken");
        assertThat(Desk.refusal(() -> in(() -> plein.get(DefineWorkflow.class)
                        .perform(Json.parse(LEGAL.replace("\"key\":\"legal\"", "\"key\":\"review\""))))))
                .isEqualTo("workflow-taken");
        assertThat(Desk.refusal(() -> in(() ->
                        plein.get(DefineWorkflow.class).perform(Json.parse(LEGAL.replace("\"publishes\":true,", ""))))))
                .isEqualTo("invalid-workflow");
        assertThat(Desk.refusal(() -> desk.as(
                        desk.publisher, () -> plein.get(DefineWorkflow.class).perform(Json.parse(SHORT)))))
                .isIn("permission-missing", "unknown-agency");
    }

    @Test
    void an_impact_counts_the_drafts_in_states_that_go() {
        desk.choose("legal");
        desk.makes(desk.contributor, desk.writes(desk.contributor, "Een"), "ask");
        TranslationKey two = cleared("Twee");
        desk.publishes(desk.publisher, cleared("Al te zien"));
        desk.writes(desk.contributor, "Zonder stap");

        WorkflowImpact impact = weigh(SHORT);

        assertThat(impact.follows()).containsExactly(new WorkflowImpact.Follows(desk.site.id(), "news"));
        assertThat(impact.states())
                .extracting(state -> state.state() + " " + state.fate() + " " + state.count())
                .containsExactly("draft OTHER_WAYS 0", "law VANISHES 1", "cleared VANISHES 1");
        assertThat(impact.states().get(1).drafts()).containsExactly(new Drafts(desk.site.id(), "news", 1));
        assertThat(impact.takesAway()).isTrue();
        assertThat(weigh(LEGAL).states()).isEmpty();
        assertThat(desk.explains(desk.editor, two).at().state().key()).isEqualTo("cleared");
    }

    @Test
    void what_takes_away_is_made_only_by_whoever_saw_it() {
        desk.choose("legal");
        cleared("Een");

        Conflict unseen = catchThrowableOfType(Conflict.class, () -> change(SHORT, Optional.empty()));
        assertThat(unseen.code()).isEqualTo("impact-unseen");
        String fingerprint = weigh(SHORT).fingerprint();
        desk.makes(desk.contributor, desk.writes(desk.contributor, "Twee"), "ask");
        assertThat(Desk.refusal(() -> change(SHORT, Optional.of(fingerprint)))).isEqualTo("impact-moved-on");

        change(SHORT, Optional.of(weigh(SHORT).fingerprint()));
        assertThat(in(() -> plein.get(OwnWorkflows.class).get("legal").tag())).isEqualTo("2");
    }

    @Test
    void drafts_in_a_state_that_went_begin_anew_and_old_approvals_never_count_again() {
        desk.choose("legal");
        TranslationKey draft = cleared("Een");

        change(SHORT, Optional.of(weigh(SHORT).fingerprint()));
        assertThat(desk.explains(desk.editor, draft).at().state().key()).isEqualTo("draft");
        assertThat(Desk.refusal(() -> desk.publishes(desk.publisher, draft))).isEqualTo("not-approved");

        change(LEGAL, Optional.empty());
        assertThat(desk.explains(desk.editor, draft).at().state().key()).isEqualTo("draft");
        assertThat(Desk.refusal(() -> desk.publishes(desk.publisher, draft))).isEqualTo("not-approved");
    }

    @Test
    void drafts_in_a_state_that_stays_stay_in_it() {
        desk.choose("legal");
        TranslationKey draft = cleared("Een");

        change(
                LEGAL.replace("\"roles\":[\"publisher\"]", "\"roles\":[\"administrator\",\"publisher\"]"),
                Optional.empty());

        assertThat(desk.explains(desk.editor, draft).at().state().key()).isEqualTo("cleared");
        assertThat(desk.publishes(desk.publisher, draft).version()).isPositive();
    }

    @Test
    void every_definition_is_kept_also_of_one_that_was_removed() {
        change(SHORT, Optional.empty());
        assertThat(Desk.refusal(() -> remove(Seen.of("1")))).isEqualTo("precondition-failed");
        remove(Seen.of("2"));

        List<WorkflowVersion> versions = in(() -> plein.get(OwnWorkflows.class).versions("legal"));
        assertThat(versions).extracting(WorkflowVersion::number).containsExactly(2, 1);
        assertThat(versions.get(1).definition()).isEqualTo(Json.parse(LEGAL));
        assertThat(Desk.refusal(() -> desk.choose("legal"))).isEqualTo("unknown-workflow");

        in(() -> plein.get(DefineWorkflow.class).perform(Json.parse(LEGAL)));
        assertThat(in(() -> plein.get(OwnWorkflows.class).get("legal").tag())).isEqualTo("3");
    }

    @Test
    void one_that_a_type_follows_is_not_removed() {
        desk.choose("legal");

        assertThat(Desk.refusal(() -> remove(Seen.ANY))).isEqualTo("workflow-in-use");

        desk.choose("direct");
        remove(Seen.ANY);
        assertThat(in(() -> plein.get(OwnWorkflows.class).told())).isEmpty();
    }

    private TranslationKey cleared(String title) {
        TranslationKey draft = desk.writes(desk.contributor, title);
        desk.makes(desk.contributor, draft, "ask");
        desk.makes(desk.editor, draft, "clear");
        return draft;
    }

    private WorkflowImpact weigh(String definition) {
        return in(() -> plein.get(WeighWorkflowChange.class).perform("legal", Json.parse(definition)));
    }

    private void change(String definition, Optional<String> fingerprint) {
        JsonNode json = Json.parse(definition);
        in(() -> plein.get(ChangeWorkflow.class).perform("legal", json, Seen.ANY, fingerprint));
    }

    private void remove(Seen seen) {
        in(() -> {
            plein.get(RemoveWorkflow.class).perform("legal", seen);
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(desk.site.agency(), work);
    }
}
