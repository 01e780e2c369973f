package nl.plein.cms.workflow;

import static nl.plein.cms.workflow.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.plein.cms.content.RestoreRevision;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.PutBackPage;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class WorkflowTest {

    @Parameter
    Plein plein;

    /** From which state each role can make which transition with a colleague's text; refused everywhere else. */
    private static final Map<Role, Set<String>> REVIEW = Map.of(
            Role.READER, Set.of(),
            Role.CONTRIBUTOR, Set.of("submit from draft"),
            Role.EDITOR,
                    Set.of("submit from draft", "approve from review", "return from review", "return from approved"),
            Role.PUBLISHER,
                    Set.of(
                            "submit from draft",
                            "approve from review",
                            "return from review",
                            "return from approved",
                            "publish from approved"),
            Role.ADMINISTRATOR,
                    Set.of(
                            "submit from draft",
                            "approve from review",
                            "return from review",
                            "return from approved",
                            "publish from approved"));

    @Test
    void each_role_makes_its_transitions_and_no_others() {
        assertThat(matrix("review")).isEqualTo(new TreeMap<>(REVIEW));
        assertThat(matrix("four-eyes")).isEqualTo(new TreeMap<>(REVIEW));
        assertThat(matrix("direct"))
                .isEqualTo(new TreeMap<>(Map.of(
                        Role.READER, Set.of(),
                        Role.CONTRIBUTOR, Set.of(),
                        Role.EDITOR, Set.of(),
                        Role.PUBLISHER, Set.of("publish from draft"),
                        Role.ADMINISTRATOR, Set.of("publish from draft"))));
    }

    /** What really goes through, tried one by one on drafts of their own. */
    private Map<Role, Set<String>> matrix(String workflow) {
        Desk desk = new Desk(plein, workflow);
        Map<Role, Set<String>> matrix = new TreeMap<>();
        List<String> transitions = List.of("submit", "approve", "return", "publish");
        for (Role role : Role.values()) {
            PersonId person = desk.hire("Kim", role);
            Set<String> may = new TreeSet<>();
            for (String state : workflow.equals("direct") ? List.of("draft") : List.of("draft", "review", "approved")) {
                for (String transition : transitions) {
                    TranslationKey key = desk.writes(desk.contributor, role.key() + " " + transition + " " + state);
                    bring(desk, key, state);
                    if (makes(desk, person, key, transition)) {
                        may.add(transition + " from " + state);
                    }
                }
            }
            matrix.put(role, may);
        }
        return matrix;
    }

    private static void bring(Desk desk, TranslationKey key, String state) {
        if (!state.equals("draft")) {
            desk.makes(desk.contributor, key, "submit");
        }
        if (state.equals("approved")) {
            desk.makes(desk.editor, key, "approve");
        }
    }

    private static boolean makes(Desk desk, PersonId person, TranslationKey key, String transition) {
        try {
            if (transition.equals("publish")) {
                desk.publishes(person, key);
            } else {
                desk.makes(person, key, transition);
            }
            return true;
        } catch (nl.plein.cms.kernel.Refusal refused) {
            return false;
        }
    }

    @Test
    void what_is_approved_is_published_and_what_is_edited_after_is_not() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        bring(desk, key, "approved");
        desk.edits(desk.contributor, key, "Markt gaat niet door");

        assertThat(refusal(() -> desk.publishes(desk.publisher, key))).isEqualTo("approval-lapsed");
        ExplainWorkflow.Explanation told = desk.explains(desk.publisher, key);
        assertThat(told.at().state().key()).isEqualTo("draft");
        assertThat(told.at().lapsed())
                .hasValueSatisfying(step -> assertThat(step.by()).contains(desk.editor));
        assertThat(desk.way(desk.publisher, key, "publish").reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.words().nl())
                        .contains("veranderd nadat Roos")
                        .endsWith("Ter beoordeling aanbieden."));

        desk.edits(desk.contributor, key, "Markt");
        assertThat(desk.publishes(desk.publisher, key).version()).isEqualTo(1);
    }

    @Test
    void what_was_approved_counts_no_more_once_it_was_returned() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        bring(desk, key, "approved");
        desk.makes(desk.editor, key, "return");
        desk.edits(desk.contributor, key, "Jaarmarkt");
        bring(desk, key, "approved");

        desk.edits(desk.contributor, key, "Markt");

        assertThat(refusal(() -> desk.publishes(desk.publisher, key))).isEqualTo("approval-lapsed");
    }

    @Test
    void whoever_wrote_a_part_of_it_does_not_approve_it_under_four_eyes() {
        Desk desk = new Desk(plein, "four-eyes");
        TranslationKey key = desk.writes(desk.contributor, "Subsidie");
        desk.edits(desk.editor, key, "Subsidies");
        bring(desk, key, "review");

        assertThat(refusal(() -> desk.makes(desk.editor, key, "approve"))).isEqualTo("own-words");
        assertThat(desk.way(desk.contributor, key, "approve").people())
                .extracting(Person::id)
                .containsExactly(desk.publisher);

        desk.makes(desk.publisher, key, "approve");
        desk.publishes(desk.publisher, key);
        TranslationKey own = desk.writes(desk.publisher, "Eigen werk");
        desk.makes(desk.publisher, own, "submit");
        assertThat(refusal(() -> desk.makes(desk.publisher, own, "approve"))).isEqualTo("own-words");
        assertThat(refusal(() -> desk.publishes(desk.publisher, own))).isEqualTo("not-approved");
    }

    @Test
    void after_a_publication_only_those_who_changed_it_since_are_its_authors() {
        Desk desk = new Desk(plein, "four-eyes");
        TranslationKey key = desk.writes(desk.editor, "Eerst");
        desk.makes(desk.editor, key, "submit");
        desk.makes(desk.publisher, key, "approve");
        desk.publishes(desk.publisher, key);
        plein.eventually(java.time.Duration.ofSeconds(10), () -> desk.as(
                        desk.editor,
                        () -> plein.get(nl.plein.cms.content.Translations.class).get(desk.site.id(), key))
                .publishedRevision());

        desk.edits(desk.contributor, key, "Dan");
        desk.makes(desk.contributor, key, "submit");
        desk.makes(desk.editor, key, "approve");

        assertThat(desk.publishes(desk.publisher, key).version()).isEqualTo(2);
    }

    @Test
    void an_approved_page_is_put_back_and_one_that_never_was_approved_is_not() {
        Desk desk = new Desk(plein, "direct");
        TranslationKey key = desk.writes(desk.contributor, "Ongezien");
        desk.publishes(desk.publisher, key);
        desk.choose("review");
        desk.edits(desk.contributor, key, "Gezien");
        bring(desk, key, "approved");
        desk.publishes(desk.publisher, key);

        assertThat(refusal(() -> putBack(desk, key))).isEqualTo("approval-lapsed");

        desk.edits(desk.contributor, key, "Nieuwer");
        bring(desk, key, "approved");
        desk.publishes(desk.publisher, key);
        assertThat(desk.as(desk.publisher, () -> putBack(desk, key)).changed()).isEqualTo(1);
    }

    private nl.plein.cms.publishing.Receipt putBack(Desk desk, TranslationKey key) {
        return desk.as(desk.publisher, () -> plein.get(PutBackPage.class).perform(desk.site.id(), key, Seen.ANY));
    }

    @Test
    void the_installation_itself_publishes_nothing_that_is_not_approved() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");

        assertThat(refusal(() ->
                        plein.inAgency(desk.site.agency(), () -> plein.get(nl.plein.cms.publishing.PublishEntries.class)
                                .perform(desk.site.id(), List.of(key)))))
                .isEqualTo("not-approved");
    }

    @Test
    void an_older_revision_that_is_restored_is_not_approved_by_the_approval_of_another() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Een");
        var first = desk.explains(desk.contributor, key).draft();
        desk.edits(desk.contributor, key, "Twee");
        bring(desk, key, "approved");

        desk.as(desk.contributor, () -> plein.get(RestoreRevision.class).perform(desk.site.id(), key, first, Seen.ANY));

        assertThat(refusal(() -> desk.publishes(desk.publisher, key))).isEqualTo("approval-lapsed");
    }

    @Test
    void approvals_of_one_workflow_do_not_count_in_another() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        bring(desk, key, "approved");

        desk.choose("four-eyes");
        assertThat(refusal(() -> desk.publishes(desk.publisher, key))).isEqualTo("not-approved");
        desk.choose("review");
        assertThat(desk.publishes(desk.publisher, key).version()).isEqualTo(1);
    }

    @Test
    void a_step_is_made_with_the_draft_that_was_seen() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        var seen = desk.explains(desk.editor, key).draft();
        desk.makes(desk.contributor, key, "submit");
        desk.edits(desk.contributor, key, "Jaarmarkt");

        assertThat(refusal(() -> desk.as(desk.editor, () -> {
                    plein.get(MakeTransition.class)
                            .perform(desk.site.id(), key, "approve", Seen.of(seen.toString()), "");
                    return true;
                })))
                .isEqualTo("precondition-failed");
    }

    @Test
    void what_no_workflow_knows_is_refused() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");

        assertThat(refusal(() -> desk.choose("achteraf"))).isEqualTo("unknown-workflow");
        assertThat(refusal(() -> desk.makes(desk.editor, key, "bless"))).isEqualTo("unknown-transition");
        assertThat(refusal(() -> desk.makes(desk.publisher, key, "publish"))).isEqualTo("publish-instead");
        assertThat(refusal(() -> desk.as(desk.publisher, () -> plein.get(ChooseWorkflow.class)
                        .perform(desk.site.id(), "news", "direct", Seen.ANY))))
                .isEqualTo("permission-missing");
    }

    @Test
    void a_choice_and_a_step_of_one_agency_are_invisible_to_another() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        bring(desk, key, "approved");
        Desk other = new Desk(plein, "direct");

        assertThat(plein.inAgency(other.site.agency(), () -> plein.get(MadeTransitions.class)
                        .of(key)))
                .isEmpty();
        assertThat(plein.inAgency(other.site.agency(), () -> plein.get(WorkflowChoices.class)
                        .chosen(desk.site.id())))
                .isEmpty();
    }

    @Test
    void steps_are_forgotten_with_the_words_that_they_speak_of() {
        Desk desk = new Desk(plein, "review");
        TranslationKey key = desk.writes(desk.contributor, "Markt");
        bring(desk, key, "approved");

        plein.inAgency(desk.site.agency(), () -> plein.get(nl.plein.cms.publishing.EraseEntry.class)
                .perform(desk.site.id(), key.entry()));

        assertThat(plein.inAgency(desk.site.agency(), () -> plein.get(MadeTransitions.class)
                        .of(key)))
                .isEmpty();
    }
}
