package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.ARCHIVIST;
import static nl.plein.cms.publishing.Newsroom.COLLEAGUE;
import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the past shows, and to whom. */
@OnEveryDatabase
class HistoryTest {

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
    }

    @Test
    void what_was_superseded_stays_readable_in_the_past() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "First"));
        room.publish(page(entry, "/a", "Second"));

        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("First");
    }

    @Test
    void what_was_withdrawn_is_shown_to_nobody_without_the_permission_for_history() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "First"));
        room.publish(page(entry, "/a", "Second"));
        room.withdraw(entry);

        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");
        assertThat(room.titleAt("/a", COLLEAGUE, 2)).isEqualTo("Gone");
        assertThat(room.titleAt("/a", ARCHIVIST, 2)).isEqualTo("Second");
        assertThat(room.in(() -> plein.get(Publications.class)
                        .ofEntries(room.id(), List.of(entry), COLLEAGUE, new SiteMoment(2))))
                .isEmpty();
    }

    @Test
    void publishing_again_does_not_bring_the_withdrawn_words_back() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "First"));
        room.publish(page(entry, "/a", "Second"));
        room.withdraw(entry);
        room.publish(page(entry, "/a", "Mended"));

        assertThat(room.titleAt("/a")).isEqualTo("Mended");
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 2)).isEqualTo("Gone");
    }

    @Test
    void what_was_taken_off_as_superseded_is_out_of_sight_until_it_is_back() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "First"));
        room.unpublish(entry);
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");

        room.publish(page(entry, "/a", "Second"));
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("First");
    }

    @Test
    void a_revision_knows_when_visitors_saw_it() {
        EntryId entry = anEntry();
        Publishable first = page(entry, "/a", "First");
        Publishable second = page(entry, "/a", "Second");
        Instant start = plein.clock().instant();
        room.publish(first);
        plein.clock().advance(Duration.ofDays(1));
        room.publish(second);
        plein.clock().advance(Duration.ofDays(1));
        room.publish(first);

        assertThat(shown(first, second))
                .containsEntry(
                        first.revision(),
                        List.of(
                                new WhenShown.Time(start, Optional.of(start.plus(Duration.ofDays(1)))),
                                new WhenShown.Time(start.plus(Duration.ofDays(2)), Optional.empty())))
                .containsEntry(
                        second.revision(),
                        List.of(new WhenShown.Time(
                                start.plus(Duration.ofDays(1)), Optional.of(start.plus(Duration.ofDays(2))))));
        room.withdraw(entry);
        assertThat(shown(first, second)).isEmpty();
    }

    private Map<RevisionId, List<WhenShown.Time>> shown(Publishable first, Publishable second) {
        return room.in(() -> plein.get(WhenShown.class)
                .of(room.id(), first.translation(), Set.of(first.revision(), second.revision())));
    }

    @Test
    void narrowing_an_audience_withdraws_what_more_people_could_see() {
        EntryId entry = anEntry();
        room.publish(page(entry, "nl", Audience.EVERYONE, "/a", "Open"));
        room.publish(page(entry, "nl", Audience.AGENCY, "/a", "Inside"));

        assertThat(room.titleAt("/a")).isEqualTo("Gone");
        assertThat(room.titleAt("/a", COLLEAGUE, 2)).isEqualTo("Inside");
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");
        assertThat(room.titleAt("/a", ARCHIVIST, 1)).isEqualTo("Open");

        room.publish(page(entry, "nl", Audience.EVERYONE, "/a", "Open again"));
        assertThat(room.titleAt("/a")).isEqualTo("Open again");
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");
        assertThat(room.titleAt("/a", COLLEAGUE, 2)).isEqualTo("Inside");
    }

    @Test
    void a_publisher_may_mark_an_older_publication_as_withdrawn() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "Slip"));
        room.publish(page(entry, "/a", "Mended"));
        Publication slip = ((PathAnswer.Found) room.at("/a", ARCHIVIST, 1)).publication();

        Receipt receipt = room.in(() -> plein.get(MarkWithdrawn.class).perform(room.id(), List.of(slip.id())));

        assertThat(receipt.version()).isEqualTo(3);
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("Gone");
        assertThat(room.titleAt("/a")).isEqualTo("Mended");
        Publication open = ((PathAnswer.Found) room.at("/a")).publication();
        assertThatThrownBy(() -> room.in(() -> plein.get(MarkWithdrawn.class).perform(room.id(), List.of(open.id()))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void rolling_back_makes_a_new_version_that_shows_what_the_old_one_showed() {
        EntryId stays = anEntry();
        EntryId changes = anEntry();
        EntryId goes = anEntry();
        room.publish(page(stays, "/stays", "Stays"), page(changes, "/old", "Old"), page(goes, "/goes", "Goes"));
        room.set("colour", "blue");
        room.publish(page(changes, "/new", "New"), page(anEntry(), "/later", "Later"));
        room.unpublish(goes);
        room.set("colour", "red");
        room.redirect("/short", "/stays");

        Receipt receipt = room.rollBack(2);

        assertThat(receipt.version()).isEqualTo(7);
        assertThat(room.titleAt("/stays")).isEqualTo("Stays");
        assertThat(room.titleAt("/old")).isEqualTo("Old");
        assertThat(room.titleAt("/new")).isEqualTo("-> /old");
        assertThat(room.titleAt("/goes")).isEqualTo("Goes");
        assertThat(room.titleAt("/later")).isEqualTo("Gone");
        assertThat(room.titleAt("/short")).isEqualTo("Absent");
        assertThat(room.in(() -> plein.get(SiteParts.class)
                        .find(room.id(), PartKind.SETTING, "colour", Viewer.PUBLIC, room.now())
                        .map(part -> part.value().stringValue())))
                .contains("blue");
        assertThat(receipt.made()).isEqualTo(1);
        assertThat(receipt.changed()).isEqualTo(1);
        assertThat(receipt.removed()).isEqualTo(1);
    }

    @Test
    void rolling_back_skips_what_was_withdrawn_or_narrowed() {
        EntryId withdrawn = anEntry();
        EntryId narrowed = anEntry();
        room.publish(page(withdrawn, "/w", "W"), page(narrowed, "/n", "N"));
        room.publish(page(withdrawn, "/w", "W2"));
        room.withdraw(withdrawn);
        room.publish(page(narrowed, "nl", Audience.AGENCY, "/n", "Inside"));

        Receipt receipt = room.rollBack(1);

        assertThat(receipt.skipped()).isEqualTo(2);
        assertThat(room.titleAt("/w")).isEqualTo("Gone");
        assertThat(room.titleAt("/n")).isEqualTo("Gone");
    }

    @Test
    void rolling_back_to_what_is_there_changes_nothing_and_to_what_never_was_is_refused() {
        room.publish(page(anEntry(), "/a", "A"));

        assertThat(room.rollBack(1).madeVersion()).isFalse();
        assertThatThrownBy(() -> room.rollBack(2)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.rollBack(-1)).isInstanceOf(Invalid.class);
        assertThat(room.in(() -> plein.get(StagedRows.class).count(room.id()))).isZero();
    }

    @Test
    void a_roll_back_can_be_rolled_back() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "One"));
        room.publish(page(entry, "/b", "Two"));
        room.rollBack(1);
        assertThat(room.titleAt("/a")).isEqualTo("One");
        assertThat(room.titleAt("/b")).isEqualTo("-> /a");

        room.rollBack(2);
        assertThat(room.titleAt("/b")).isEqualTo("Two");
        assertThat(room.titleAt("/a")).isEqualTo("-> /b");
    }

    @Test
    void a_moment_is_found_by_its_instant() {
        EntryId entry = anEntry();
        Instant before = plein.clock().instant();
        plein.clock().advance(Duration.ofSeconds(1));
        room.publish(page(entry, "/a", "First"));
        Instant first = plein.clock().instant();
        plein.clock().advance(Duration.ofSeconds(10));
        room.publish(page(entry, "/a", "Second"));
        Moments moments = plein.get(Moments.class);

        assertThat(room.in(() -> moments.at(room.id(), before))).isEqualTo(new SiteMoment(0));
        assertThat(room.in(() -> moments.at(room.id(), first.plusSeconds(5)))).isEqualTo(new SiteMoment(1));
        assertThat(room.in(() -> moments.at(room.id(), first.plusSeconds(60)))).isEqualTo(new SiteMoment(2));
        assertThatThrownBy(() -> room.in(() -> moments.at(room.id(), 3))).isInstanceOf(Invalid.class);
    }

    @Test
    void an_erased_entry_leaves_no_word_behind() {
        EntryId entry = anEntry();
        var words = Json.mapper().createObjectNode().put("title", "Canary").put("text", "canary words");
        room.publish(page(entry, "nl", Audience.EVERYONE, "/canary", "Canary", words));
        room.publish(page(entry, "nl", Audience.EVERYONE, "/canary-two", "Canary", words));
        room.publish(page(anEntry(), "/b", "B"));

        Receipt receipt = room.erase(entry);

        assertThat(receipt.act()).isEqualTo("erase");
        assertThat(room.titleAt("/canary")).isEqualTo("Absent");
        assertThat(room.titleAt("/canary-two")).isEqualTo("Absent");
        assertThat(room.titleAt("/canary", ARCHIVIST, 1)).isEqualTo("Absent");
        assertThat(room.titleAt("/b")).isEqualTo("B");
        assertThat(room.in(() -> plein.get(StagedRows.class).wordsOf(room.id())))
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("canary"));
        room.rollBack(1);
        assertThat(room.titleAt("/canary")).isEqualTo("Absent");
        assertThat(room.in(() -> plein.get(Publications.class)
                        .ofEntries(room.id(), List.of(entry), ARCHIVIST, new SiteMoment(1))))
                .singleElement()
                .satisfies(redacted -> assertThat(redacted.fields()).isEqualTo(Eraser.REDACTION));
    }
}
