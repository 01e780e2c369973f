package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What happens to an erasure when another version comes between its plan and the lock. */
@OnEveryDatabase
class OvertakenErasureTest {

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        room.publish(page(anEntry(), "/first", "First"));
    }

    @Test
    void what_was_published_meanwhile_is_taken_off_and_its_place_is_free() {
        EntryId entry = anEntry();

        Receipt erased = overtaken(entry, () -> room.publish(page(entry, "/late", "Canary")));

        assertThat(erased.removed()).isEqualTo(1);
        assertThat(room.in(() -> plein.get(StagedRows.class).open(room.id())))
                .extracting(Publication::title)
                .containsExactly("First");
        room.publish(page(anEntry(), "/late", "Next"));
        assertThat(room.titleAt("/late")).isEqualTo("Next");
    }

    @Test
    void a_redirect_to_it_that_gave_way_meanwhile_is_no_obstacle() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/old", "Canary"));
        room.publish(page(entry, "/new", "Canary"));

        Receipt erased = overtaken(entry, () -> room.publish(page(anEntry(), "/old", "Other")));

        assertThat(erased.removed()).isEqualTo(1);
        assertThat(room.titleAt("/old")).isEqualTo("Other");
    }

    @Test
    void a_redirect_to_it_that_was_made_meanwhile_goes_too() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/canary", "Canary"));
        room.unpublish(entry);

        overtaken(entry, () -> {
            room.publish(page(entry, "/canary-2", "Canary"));
            room.publish(page(entry, "/canary-3", "Canary"));
        });

        assertThat(room.in(() -> plein.get(StagedRows.class).openParts(room.id())))
                .extracting(SitePart::key)
                .noneMatch(key -> key.contains("canary"));
    }

    private Receipt overtaken(EntryId entry, Runnable meanwhile) {
        VersionSteps steps = plein.get(VersionSteps.class);
        Intent intent = (batch, version) -> plein.get(EraseEntry.class).erasing(room.id(), entry);
        long batch = room.in(() -> plein.get(Staging.class).begin(room.id()));
        Plan plan = room.in(() -> steps.prepare(room.id(), batch, intent));
        meanwhile.run();
        return room.in(() -> steps.make(room.id(), batch, intent, plan, new AtomicLong()));
    }
}
