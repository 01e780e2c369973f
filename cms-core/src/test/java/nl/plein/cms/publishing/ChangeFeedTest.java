package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.COLLEAGUE;
import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class ChangeFeedTest {

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
    }

    @Test
    void from_nothing_the_feed_tells_what_is_there() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "First"));
        room.publish(page(entry, "/b", "Second"), page(anEntry(), "/c", "C"));

        assertThat(read(0, null, Viewer.PUBLIC))
                .containsExactlyInAnyOrder("there /b Second", "there /c C", "part REDIRECT /a", "part SETTING siteDay");
    }

    @Test
    void the_feed_is_the_net_difference() {
        EntryId changes = anEntry();
        EntryId comesAndGoes = anEntry();
        EntryId goes = anEntry();
        room.publish(page(changes, "/a", "A"), page(goes, "/g", "G"));
        room.publish(page(comesAndGoes, "/flash", "F"));
        room.publish(page(changes, "/a", "A2"));
        room.publish(page(changes, "/a", "A3"));
        room.unpublish(comesAndGoes);
        room.unpublish(goes);

        assertThat(read(1, null, Viewer.PUBLIC))
                .containsExactly("gone /g", "there /a A3", "part REDIRECT /flash", "part REDIRECT /g");
        assertThat(read(6, null, Viewer.PUBLIC)).isEmpty();
    }

    @Test
    void an_end_in_the_past_shows_what_lay_there_but_nothing_withdrawn_since() {
        EntryId changes = anEntry();
        EntryId withdrawn = anEntry();
        room.publish(page(changes, "/a", "A"), page(withdrawn, "/w", "Canary"));
        room.publish(page(changes, "/a", "A2"));
        room.withdraw(withdrawn);

        assertThat(read(0, 1L, Viewer.PUBLIC)).contains("there /a A", "gone /w").doesNotContain("there /w Canary");
        assertThat(read(1, 2L, Viewer.PUBLIC)).contains("there /a A2", "gone /w");
        assertThat(read(0, null, Viewer.PUBLIC)).noneMatch(line -> line.contains("Canary"));
    }

    @Test
    void a_follower_sees_its_audiences_only() {
        EntryId entry = anEntry();
        room.publish(
                page(entry, "nl", Audience.EVERYONE, "/a", "A"),
                page(anEntry(), "nl", Audience.AGENCY, "/inside", "Inside"));
        assertThat(read(0, null, Viewer.PUBLIC)).noneMatch(line -> line.contains("nside"));
        assertThat(read(0, null, COLLEAGUE)).contains("there /inside Inside");

        room.publish(page(entry, "nl", Audience.AGENCY, "/a", "A"));
        assertThat(read(1, null, Viewer.PUBLIC)).containsExactly("gone /a", "part REDIRECT /a");
        assertThat(read(1, null, COLLEAGUE)).containsExactly("gone /a", "there /a A", "part REDIRECT /a");
    }

    @Test
    void a_purge_comes_first_and_says_nothing_but_the_id() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/canary", "Canary"), page(anEntry(), "/a", "A"));
        room.publish(page(entry, "/canary-moved", "Canary"));
        room.erase(entry);

        assertThat(read(1, null, Viewer.PUBLIC)).containsExactly("purge " + entry);
        assertThat(read(0, null, Viewer.PUBLIC)).noneMatch(line -> line.contains("anary"));
    }

    @Test
    void a_long_read_is_a_snapshot_of_its_first_page() {
        List<Publishable> pages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pages.add(page(anEntry(), "/p" + i, "P" + i));
        }
        room.publish(pages);
        ChangeFeed feed = plein.get(ChangeFeed.class);
        ChangePage first = room.in(() -> feed.read(room.id(), 0, null, Viewer.PUBLIC, null, 7));
        room.publish(page(anEntry(), "/later", "Later"));

        List<String> all = new ArrayList<>(lines(first.items()));
        ChangePage page = first;
        while (!page.complete()) {
            String next = page.next().orElseThrow();
            page = room.in(() -> feed.read(room.id(), 0, null, Viewer.PUBLIC, next, 7));
            assertThat(page.until()).isEqualTo(1);
            assertThat(page.items().size()).isLessThanOrEqualTo(7);
            all.addAll(lines(page.items()));
        }

        assertThat(all).hasSize(31).doesNotHaveDuplicates().noneMatch(line -> line.contains("Later"));
    }

    @Test
    void a_position_belongs_to_its_reader_and_dies_after_fifteen_minutes() {
        room.publish(page(anEntry(), "/a", "A"), page(anEntry(), "/b", "B"));
        ChangeFeed feed = plein.get(ChangeFeed.class);
        String next = room.in(() -> feed.read(room.id(), 0, null, Viewer.PUBLIC, null, 1))
                .next()
                .orElseThrow();

        assertThatThrownBy(() -> room.in(() -> feed.read(room.id(), 0, null, COLLEAGUE, next, 1)))
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo("bad-cursor"));
        plein.clock().advance(Duration.ofMinutes(16));
        assertThatThrownBy(() -> room.in(() -> feed.read(room.id(), 0, null, Viewer.PUBLIC, next, 1)))
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo("expired-cursor"));
    }

    @Test
    void a_follower_that_stands_where_no_history_is_kept_starts_again() {
        room.publish(page(anEntry(), "/a", "A"));
        room.publish(page(anEntry(), "/b", "B"));
        room.publish(page(anEntry(), "/c", "C"));
        ChangeFeed feed = plein.get(ChangeFeed.class);
        room.in(() -> {
            feed.keepFrom(room.id(), 2);
            return 0;
        });

        assertThatThrownBy(() -> read(1, null, Viewer.PUBLIC))
                .isInstanceOf(Stale.class)
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo("resync"));
        assertThat(read(2, null, Viewer.PUBLIC)).containsExactly("there /c C");
        assertThat(read(0, null, Viewer.PUBLIC)).hasSize(4);
        assertThatThrownBy(() -> read(4, null, Viewer.PUBLIC)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> read(3, 4L, Viewer.PUBLIC)).isInstanceOf(Invalid.class);
    }

    private List<String> read(long after, @Nullable Long until, Viewer viewer) {
        ChangeFeed feed = plein.get(ChangeFeed.class);
        List<String> lines = new ArrayList<>();
        ChangePage page = room.in(() -> feed.read(room.id(), after, until, viewer, null, 2));
        lines.addAll(lines(page.items()));
        while (!page.complete()) {
            String next = page.next().orElseThrow();
            page = room.in(() -> feed.read(room.id(), after, until, viewer, next, 2));
            lines.addAll(lines(page.items()));
        }
        return lines;
    }

    static List<String> lines(List<Change> items) {
        return items.stream().map(ChangeFeedTest::line).toList();
    }

    private static String line(Change change) {
        if (change instanceof Change.EntryThere there) {
            return "there " + there.publication().path() + " "
                    + there.publication().title();
        } else if (change instanceof Change.EntryGone gone) {
            return "gone " + gone.path();
        } else if (change instanceof Change.PartThere part) {
            return "part " + part.part().kind() + " " + part.part().key();
        } else if (change instanceof Change.PartGone part) {
            return "no part " + part.kind() + " " + part.key();
        }
        return "purge " + ((Change.Purged) change).entry();
    }
}
