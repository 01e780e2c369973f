package nl.plein.cms.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.WordList.Abbreviation;
import nl.plein.cms.workflow.WordList.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The words that an agency would rather not read. */
@OnEveryDatabase
class WordListTest {

    private static final WordList LIST = new WordList(
            List.of(new Term("nl", " tekst ", "stuk")),
            List.of(new Abbreviation("nl", "WOZ", "waardering onroerende zaken")));

    @Parameter
    Plein plein;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(plein, "direct");
    }

    @Test
    void it_is_empty_until_the_agency_has_one_and_another_agency_never_sees_it() {
        assertThat(current(desk)).isEqualTo(WordList.EMPTY);

        change(LIST, Seen.of(WordList.EMPTY.tag()));

        assertThat(current(desk).words()).containsExactly(new Term("nl", "tekst", "stuk"));
        assertThat(current(desk).abbreviations()).isEqualTo(LIST.abbreviations());
        assertThat(current(new Desk(plein, "direct"))).isEqualTo(WordList.EMPTY);
    }

    @Test
    void drafts_are_looked_at_by_it_from_then_on() {
        TranslationKey draft = desk.writes(desk.contributor, "Bericht");
        assertThat(codes(draft)).isEmpty();

        change(LIST, Seen.ANY);

        assertThat(codes(draft)).containsExactly("office-word");
    }

    @Test
    void who_saw_another_list_changes_nothing() {
        change(LIST, Seen.ANY);

        assertThat(Desk.refusal(() -> change(WordList.EMPTY, Seen.of(WordList.EMPTY.tag()))))
                .isEqualTo("precondition-failed");
        assertThat(current(desk).words()).hasSize(1);
    }

    @Test
    void writers_and_publishers_may_not_change_it() {
        assertThat(Desk.refusal(() -> desk.as(
                        desk.publisher, () -> plein.get(ChangeWordList.class).perform(LIST, Seen.ANY))))
                .isIn("permission-missing", "unknown-agency");
    }

    @Test
    void all_that_is_wrong_with_a_list_is_said_at_once() {
        var wrong = new WordList(
                List.of(
                        new Term("nederlands", "zaak", "aanvraag"),
                        new Term("nl", "Zaak", "aanvraag"),
                        new Term("nl", "zaak", "geval"),
                        new Term("nl", "", "iets"),
                        new Term("nl", "(middels)", ""),
                        new Term("nl", "al", "Al")),
                List.of(new Abbreviation("nl", "WOZ", ""), new Abbreviation("nl", "WOZ", "x")));

        Invalid refused = catchThrowableOfType(Invalid.class, () -> change(wrong, Seen.ANY));

        assertThat(refused.code()).isEqualTo("invalid-word-list");
        assertThat(refused.findings())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        at("/words/0/language", "invalid-language"),
                        at("/words/2/word", "twice"),
                        at("/words/3/word", "invalid-word"),
                        at("/words/4/word", "invalid-word"),
                        at("/words/4/better", "invalid-advice"),
                        at("/words/5/better", "same-word"),
                        at("/abbreviations/0/meaning", "invalid-advice"),
                        at("/abbreviations/1/abbreviation", "twice"));
        assertThat(current(desk)).isEqualTo(WordList.EMPTY);
    }

    private static org.assertj.core.groups.Tuple at(String pointer, String code) {
        return org.assertj.core.groups.Tuple.tuple(pointer, code);
    }

    private void change(WordList list, Seen seen) {
        plein.inAgency(desk.site.agency(), () -> plein.get(ChangeWordList.class).perform(list, seen));
    }

    private WordList current(Desk of) {
        return plein.inAgency(of.site.agency(), () -> plein.get(WordLists.class).current());
    }

    private List<String> codes(TranslationKey draft) {
        return plein.inAgency(desk.site.agency(), () -> plein
                .get(PlainLanguage.class)
                .findings(new Subject(
                        desk.site,
                        plein.get(DraftsForPublishing.class)
                                .of(desk.site.id(), List.of(draft))
                                .get(0),
                        Optional.empty()))
                .stream()
                .map(Reason::code)
                .toList());
    }
}
