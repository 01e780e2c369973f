package nl.plein.cms.review;

import static nl.plein.cms.review.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.EraseEntry;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class ReviewCommentsTest {

    private static final String MARKET =
            """
            {"title":"Markt","body":"<p>De markt is <strong>in het voorjaar</strong> op zaterdag.</p>",
             "contact":{"name":"Karim"},"steps":[{"name":"Kom"}],
             "parts":[{"id":"b1","type":"quote","fields":{"text":"Kom langs"}},
                      {"id":"b2","type":"quote","fields":{"text":"Neem mee"}}]}""";

    @Parameter
    Plein plein;

    @Test
    void a_comment_stays_when_the_text_changes_and_says_when_its_words_are_gone() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        desk.says(desk.editor, key, "body", "markt is in het\n voorjaar", "Noem de datum");
        desk.says(desk.editor, key, "title", "", "Te kort");
        assertThat(desk.reads(key)).noneMatch(Conversation::gone);

        desk.edits(key, MARKET.replace("in het voorjaar", "op 3 mei"));

        List<Conversation> after = desk.reads(key);
        assertThat(after)
                .extracting(one -> one.first().words().orElseThrow())
                .containsExactly("Noem de datum", "Te kort");
        assertThat(after).extracting(Conversation::gone).containsExactly(true, false);
        assertThat(after.get(0).first().anchor().quote()).isEqualTo("markt is in het voorjaar");

        desk.edits(key, MARKET);
        assertThat(desk.reads(key)).noneMatch(Conversation::gone);
    }

    @Test
    void a_comment_on_a_block_goes_where_the_block_goes() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        desk.says(desk.editor, key, "parts/b1/text", "langs", "Wanneer?");
        desk.says(desk.editor, key, "parts/b2", "", "Wat?");
        desk.says(desk.editor, key, "contact/name", "Karim", "Voluit?");

        desk.edits(
                key,
                """
                {"title":"Markt","contact":{"name":"Karim"},
                 "parts":[{"id":"b3","type":"quote","fields":{"text":"Kom langs"}},
                          {"id":"b1","type":"quote","fields":{"text":"Kom vooral langs"}}]}""");

        assertThat(desk.reads(key)).extracting(Conversation::gone).containsExactly(false, true, false);
    }

    @Test
    void what_is_not_there_can_not_be_commented_on() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);

        for (String place :
                List.of("", "subtitle", "parts/b9", "parts/b1/title", "title/x", "steps/1/name", "body/1")) {
            assertThat(refusal(() -> desk.says(desk.editor, key, place, "", "Hè?")))
                    .as(place)
                    .isEqualTo("unknown-place");
        }
        assertThat(refusal(() -> desk.says(desk.editor, key, "title", "Kermis", "Hè?")))
                .isEqualTo("words-not-there");
        assertThat(refusal(() -> desk.says(desk.editor, key, "title", "", " \n ")))
                .isEqualTo("words-missing");
        assertThat(refusal(() -> desk.says(desk.editor, key, "title", "", "x".repeat(4_001))))
                .isEqualTo("words-too-long");
        assertThat(refusal(() -> desk.says(desk.editor, key, "title", "x".repeat(1_001), "Hè?")))
                .isEqualTo("quote-too-long");
        assertThat(refusal(() -> desk.says(desk.editor, new TranslationKey(key.entry(), "en"), "title", "", "Hè?")))
                .isEqualTo("unknown-entry");
        assertThat(desk.reads(key)).isEmpty();
    }

    @Test
    void it_is_answered_settled_and_opened_again() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        CommentId comment = desk.says(desk.editor, key, "body", "", "Noem de datum");
        CommentId answer = desk.answers(desk.contributor, comment, "Staat niet vast");
        desk.answers(desk.editor, answer, "Wacht dan");
        desk.says(desk.editor, key, "title", "", "Te kort");
        ResolveComment resolve = plein.get(ResolveComment.class);

        desk.as(desk.contributor, () -> run(() -> resolve.perform(desk.site.id(), comment)));
        desk.as(desk.editor, () -> run(() -> resolve.perform(desk.site.id(), answer)));

        Conversation settled = desk.reads(key, Optional.of(true)).get(0);
        assertThat(settled.first().id()).isEqualTo(comment);
        assertThat(settled.first().resolvedBy()).contains(desk.contributor);
        assertThat(settled.answers())
                .extracting(one -> one.words().orElseThrow())
                .containsExactly("Staat niet vast", "Wacht dan");
        assertThat(desk.reads(key, Optional.of(false))).hasSize(1);

        desk.as(desk.editor, () -> run(() -> resolve.reopen(desk.site.id(), comment)));
        assertThat(desk.reads(key, Optional.of(true))).isEmpty();
        assertThat(desk.reads(key, Optional.of(false))).hasSize(2);
    }

    @Test
    void one_takes_back_what_one_said_and_nothing_else() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        CommentId comment = desk.says(desk.editor, key, "body", "zaterdag", "Noem de datum");
        CommentId answer = desk.answers(desk.contributor, comment, "Staat niet vast");

        assertThat(refusal(() -> desk.deletes(desk.contributor, comment))).isEqualTo("not-your-comment");
        assertThat(refusal(() -> desk.deletes(desk.editor, answer))).isEqualTo("not-your-comment");

        desk.deletes(desk.editor, comment);
        assertThat(desk.reads(key).get(0).first().words()).isEmpty();
        assertThat(desk.reads(key).get(0).first().anchor().quote()).isEmpty();
        assertThat(desk.reads(key).get(0).answers()).hasSize(1);

        desk.deletes(desk.contributor, answer);
        assertThat(desk.reads(key)).isEmpty();
        assertThat(refusal(() -> desk.answers(desk.editor, comment, "Toch"))).isEqualTo("unknown-comment");
    }

    @Test
    void only_those_who_work_on_the_draft_read_and_say_anything() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        CommentId comment = desk.says(desk.editor, key, "body", "", "Noem de datum");
        PersonId reader = desk.hire("Lees", Role.READER);
        PersonId stranger = new Desk(plein).editor;

        assertThat(refusal(() -> desk.says(reader, key, "body", "", "Ik ook"))).isEqualTo("permission-missing");
        assertThat(refusal(() ->
                        desk.as(reader, () -> plein.get(ReadComments.class).get(desk.site.id(), comment))))
                .isEqualTo("permission-missing");
        assertThat(refusal(() -> desk.answers(stranger, comment, "Hallo"))).isEqualTo("unknown-site");
    }

    @Test
    void a_comment_of_one_site_is_not_found_on_another() {
        Desk desk = new Desk(plein);
        CommentId comment = desk.says(desk.editor, desk.writes(MARKET), "body", "", "Noem de datum");
        Desk other = new Desk(plein);

        assertThat(refusal(() -> other.answers(other.editor, comment, "Hallo"))).isEqualTo("unknown-comment");
        assertThat(refusal(() -> other.deletes(other.editor, comment))).isEqualTo("unknown-comment");
    }

    @Test
    void what_was_said_of_an_erased_entry_is_gone_with_it() {
        Desk desk = new Desk(plein);
        TranslationKey key = desk.writes(MARKET);
        desk.says(desk.editor, key, "body", "", "Noem de datum");
        TranslationKey other = desk.writes(MARKET.replace("Markt", "Kermis"));
        desk.says(desk.editor, other, "body", "", "Wanneer?");

        plein.inAgency(
                desk.site.agency(), () -> plein.get(EraseEntry.class).perform(desk.site.id(), key.entry(), Seen.ANY));

        plein.inAgency(
                desk.site.agency(),
                () -> assertThat(plein.get(ReviewComments.class).count(key)).isZero());
        assertThat(desk.reads(other)).hasSize(1);
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }
}
