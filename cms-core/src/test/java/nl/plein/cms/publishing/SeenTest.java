package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Of those who have seen the same state, one changes it. */
@OnEveryDatabase
class SeenTest {

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
    }

    @Test
    void of_two_that_saw_the_same_menus_one_changes_them() throws Exception {
        room.redirect("/a", "/b");
        Seen seen = Seen.of(room.in(() -> plein.get(SiteParts.class).tagOf(room.id())));

        assertThat(winners(n -> room.in(() -> plein.get(ChangeSiteParts.class)
                        .perform(
                                room.id(),
                                List.of(new PartChange(
                                        PartKind.REDIRECT,
                                        "/c" + n,
                                        Json.mapper().createObjectNode().put("to", "/d"))),
                                seen))))
                .isEqualTo(1);
    }

    @Test
    void of_two_that_saw_the_same_site_one_rolls_it_back() throws Exception {
        EntryId entry = Newsroom.anEntry();
        room.publish(Newsroom.page(entry, "/a", "A"));
        room.publish(Newsroom.page(entry, "/a", "B"));
        Seen seen = Seen.of(plein.get(Sites.class).tagOf(plein.get(Sites.class).get(room.id())));

        assertThat(winners(n -> room.in(() -> plein.get(RollBackSite.class).perform(room.id(), 1, seen))))
                .isEqualTo(1);
    }

    @Test
    void a_page_that_was_published_again_is_not_taken_off_by_who_saw_the_old_one() {
        EntryId entry = Newsroom.anEntry();
        Publishable old = Newsroom.page(entry, "/a", "A");
        room.publish(old);
        Seen seen = Seen.of(old.revision().toString());
        room.publish(Newsroom.page(entry, "/a", "B"));

        assertThatThrownBy(() -> room.in(() -> plein.get(UnpublishEntries.class)
                        .perform(
                                room.id(),
                                List.of(Newsroom.nl(entry)),
                                Closing.SUPERSEDED,
                                Map.of(Newsroom.nl(entry), seen))))
                .isInstanceOf(Stale.class);
        assertThat(room.titleAt("/a")).isEqualTo("B");
    }

    private interface Change {
        Receipt by(int number);
    }

    private static int winners(Change change) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            all.add(() -> {
                try {
                    change.by(number);
                    return 1;
                } catch (Stale stale) {
                    assertThat(stale.code()).isEqualTo(Seen.REFUSED);
                    return 0;
                }
            });
        }
        int winners = 0;
        for (var outcome : threads.invokeAll(all)) {
            winners += outcome.get();
        }
        threads.shutdown();
        return winners;
    }
}
