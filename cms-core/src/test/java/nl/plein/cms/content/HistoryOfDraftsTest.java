package nl.plein.cms.content;

import static nl.plein.cms.content.AContent.fields;
import static nl.plein.cms.content.AContent.news;
import static nl.plein.cms.content.EntriesTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnEveryDatabase
class HistoryOfDraftsTest {

    @Parameter
    Plein plein;

    AContent content;

    @BeforeEach
    void fill() {
        content = AContent.on(plein);
    }

    @Test
    void two_revisions_are_compared_field_by_field() {
        Written.Saved first = content.create(news("Brug drie weken dicht"));
        Saved second = save(first.key(), first.revision(), fields("Brug vier weken dicht", "<p>Het duurt langer.</p>"));

        List<FieldChange> changes = in(() ->
                plein.get(CompareRevisions.class).perform(content.id(), first.key(), first.revision(), second.id()));

        assertThat(changes).extracting(FieldChange::field).contains("title", "body");
        assertThat(changes.get(0).marked()).contains("Brug <del>drie</del><ins>vier</ins> weken dicht");
        assertThat(in(() ->
                        plein.get(CompareRevisions.class).perform(content.id(), first.key(), second.id(), second.id())))
                .isEmpty();
    }

    @Test
    void an_older_revision_becomes_the_draft_and_the_newer_one_stays_in_the_history() {
        Written.Saved first = content.create(news("Eerst"));
        Saved second = save(first.key(), first.revision(), fields("Dan", "<p>x</p>"));

        Saved restored = restore(first, second.id());

        assertThat(restored.number()).isEqualTo(3);
        assertThat(restored.payload().path("title").asString()).isEqualTo("Eerst");
        assertThat(in(() -> plein.get(Translations.class).history(content.id(), first.key(), Integer.MAX_VALUE, 10)))
                .extracting(Saved::number)
                .containsExactly(3, 2, 1);
        assertThat(restore(first, restored.id()).id()).isEqualTo(restored.id());
    }

    @Test
    void a_draft_that_somebody_saved_meanwhile_is_not_restored_over() {
        Written.Saved first = content.create(news("Eerst"));
        save(first.key(), first.revision(), fields("Dan", "<p>x</p>"));

        assertThat(refusal(() -> restore(first, first.revision())).code()).isEqualTo("precondition-failed");
    }

    @Test
    void a_revision_is_named_and_its_name_taken_away() {
        Written.Saved first = content.create(news("Eerst"));

        assertThat(name(first, " Zoals de raad besloot ").name()).contains("Zoals de raad besloot");
        assertThat(name(first, "").name()).isEmpty();
        assertThat(refusal(() -> name(first, "x".repeat(201))).code()).isEqualTo("invalid-name");
    }

    @Test
    void autosaves_that_nobody_misses_go_after_thirty_days() {
        plein.clock().set(Instant.parse("2026-03-03T10:00:00Z"));
        Written.Saved first = content.create(news("Eerst"));
        Saved early = autosave(first.key(), first.revision(), "A");
        Saved named = autosave(first.key(), early.id(), "B");
        in(() -> plein.get(NameRevision.class).perform(content.id(), first.key(), named.id(), "Bewaard"));
        Saved shown = autosave(first.key(), named.id(), "C");
        plein.inAgency(
                content.site.agency(),
                () -> plein.transaction(() -> plein.get(PublishedMarks.class)
                        .visible(
                                content.id(), List.of(shown.id()), plein.clock().instant())));
        Saved lastOfTheHour = autosave(first.key(), shown.id(), "D");
        plein.clock().advance(Duration.ofHours(1));
        Saved later = autosave(first.key(), lastOfTheHour.id(), "E");
        Saved head = autosave(first.key(), later.id(), "F");

        plein.get(ThinRevisions.class).perform();
        assertThat(numbers(first)).containsExactly(7, 6, 5, 4, 3, 2, 1);

        plein.clock().advance(Duration.ofDays(31));
        plein.get(ThinRevisions.class).perform();
        assertThat(numbers(first)).containsExactly(7, 5, 4, 3, 1);
        assertThat(head.number()).isEqualTo(7);
    }

    @Test
    void what_was_written_on_a_base_that_is_gone_is_kept_aside() {
        plein.clock().set(Instant.parse("2026-03-03T10:00:00Z"));
        Written.Saved first = content.create(news("Eerst"));
        Saved tab = autosave(first.key(), first.revision(), "In een vergeten tabblad");
        save(first.key(), tab.id(), fields("Verder", "<p>x</p>"));
        plein.clock().advance(Duration.ofDays(31));
        plein.get(ThinRevisions.class).perform();

        Refusal refusal = refusal(() -> save(first.key(), tab.id(), fields("Een maand later", "<p>y</p>")));
        refusal(() -> save(first.key(), tab.id(), fields("Een maand later", "<p>y</p>")));

        assertThat(refusal.code()).isEqualTo("base-gone");
        List<KeptDraft> kept = in(() -> plein.get(KeptDrafts.class).of(content.id(), first.key()));
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).id().toString()).isEqualTo(refusal.details().get("kept"));
        assertThat(kept.get(0).payload().path("title").asString()).isEqualTo("Een maand later");
        assertThat(numbers(first)).containsExactly(3, 1);

        plein.inAgency(content.site.agency(), () -> plein.get(KeptDrafts.class)
                .drop(content.id(), first.key(), kept.get(0).id().toString()));
        assertThat(in(() -> plein.get(KeptDrafts.class).of(content.id(), first.key())))
                .isEmpty();
    }

    @Test
    void a_copy_has_all_locales_of_the_original_and_paths_of_its_own() {
        Written.Saved dutch = content.create(news("Kermis"));
        in(() -> plein.get(AddTranslation.class)
                .perform(
                        content.id(), dutch.key().entry(), AddTranslation.Wanted.of("en", fields("Fair", "<p>x</p>"))));

        EntryRef copy = in(() ->
                plein.get(CopyEntry.class).perform(content.id(), dutch.key().entry()));

        assertThat(copy.id()).isNotEqualTo(dutch.key().entry());
        assertThat(copy.translations()).extracting(TranslationRef::title).containsExactly("Fair", "Kermis");
        assertThat(copy.translations()).extracting(TranslationRef::path).allMatch(path -> path.endsWith("-2"));
    }

    @Test
    void an_entry_is_laid_aside_and_taken_back_but_not_while_visitors_see_it() {
        Written.Saved saved = content.create(news("Oud"));
        EntryId entry = saved.key().entry();

        assertThat(archive(entry, true).archivedAt()).isPresent();
        assertThat(archive(entry, true).archivedAt()).isPresent();
        assertThat(archive(entry, false).archivedAt()).isEmpty();

        in(() -> plein.get(PublishEntries.class).perform(content.id(), List.of(saved.key())));
        assertThat(refusal(() -> archive(entry, true)).code()).isEqualTo("still-published");
    }

    private EntryRef archive(EntryId entry, boolean archived) {
        return in(() -> plein.get(ArchiveEntry.class).perform(content.id(), entry, archived, Seen.ANY));
    }

    private List<Integer> numbers(Written.Saved saved) {
        return in(() -> plein.get(Translations.class).history(content.id(), saved.key(), Integer.MAX_VALUE, 20))
                .stream()
                .map(Saved::number)
                .toList();
    }

    private Saved autosave(TranslationKey key, RevisionId basedOn, String title) {
        return in(() -> plein.get(SaveDraft.class)
                .perform(content.id(), key, basedOn, fields(title, "<p>x</p>"), SaveDraft.By.PROGRAM));
    }

    private Saved name(Written.Saved saved, String name) {
        return in(() -> plein.get(NameRevision.class).perform(content.id(), saved.key(), saved.revision(), name));
    }

    private Saved restore(Written.Saved first, RevisionId seen) {
        return in(() -> plein.get(RestoreRevision.class)
                .perform(content.id(), first.key(), first.revision(), Seen.of(seen.toString())));
    }

    private Saved save(TranslationKey key, RevisionId basedOn, JsonNode fields) {
        return in(() -> plein.get(SaveDraft.class).perform(content.id(), key, basedOn, fields));
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(content.site.agency(), work);
    }
}
