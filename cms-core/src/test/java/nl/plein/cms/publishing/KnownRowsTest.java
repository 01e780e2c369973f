package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What memory says lies at a moment is what the database says, whatever happened in between. */
@OnEveryDatabase
class KnownRowsTest {

    private static final int ACTS = Proof.rounds(120, 2_000);
    private static final int ENTRIES = 8;
    private static final int PATHS = 6;

    @Parameter
    Plein plein;

    private Newsroom room;
    private KnownRows known;
    private PublicationRows rows;

    private final Random dice = new Random(20261128);
    private final List<EntryId> entries = new ArrayList<>();
    private final List<UUID> publications = new ArrayList<>();

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        known = plein.get(KnownRows.class);
        rows = plein.get(PublicationRows.class);
        entries.clear();
        publications.clear();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(Newsroom.anEntry());
        }
    }

    @Test
    void memory_and_database_agree_after_every_act() {
        for (int i = 0; i < ACTS; i++) {
            act(i);
            long now = room.now().version();
            agree(now);
            agree(Math.max(0, now - dice.nextInt(4)));
        }
    }

    @Test
    void what_was_withdrawn_after_the_moment_is_no_longer_shown_at_it() {
        EntryId entry = entries.get(0);
        long version = room.publish(Newsroom.page(entry, "/nieuws", "Nieuws")).version();
        Publications reading = plein.get(Publications.class);
        var moment = new SiteMoment(version);
        assertThat(room.in(() -> reading.ofEntries(room.id(), List.of(entry), Viewer.PUBLIC, moment)))
                .hasSize(1);

        room.withdraw(entry);

        assertThat(room.in(() -> reading.ofEntries(room.id(), List.of(entry), Viewer.PUBLIC, moment)))
                .isEmpty();
    }

    private void act(int number) {
        EntryId entry = entries.get(dice.nextInt(ENTRIES));
        boolean isPublished = !room.in(() -> rows.ofEntries(room.id(), List.of(entry.value()), room.now()))
                .isEmpty();
        switch (dice.nextInt(6)) {
            case 0 -> {
                if (isPublished) {
                    room.unpublish(entry);
                }
            }
            case 1 -> {
                if (isPublished) {
                    room.withdraw(entry);
                }
            }
            default -> {
                String path = "/" + entries.indexOf(entry) + "/" + dice.nextInt(PATHS);
                room.publish(Newsroom.page(entry, path, "Bericht " + number));
            }
        }
    }

    private void agree(long version) {
        var moment = new SiteMoment(version);
        for (EntryId entry : entries) {
            List<PublicationInterval> there = room.in(() -> rows.ofEntries(room.id(), List.of(entry.value()), moment));
            there.forEach(row -> publications.add(row.id()));
            assertThat(ids(room.in(() -> known.ofEntries(room.id(), List.of(entry), moment))))
                    .as("entry at %d", version)
                    .isEqualTo(ids(there));
            for (int i = 0; i < PATHS; i++) {
                String path = "/" + entries.indexOf(entry) + "/" + i;
                assertThat(ids(room.in(() -> known.at(room.id(), path, moment))))
                        .as("%s at %d", path, version)
                        .isEqualTo(ids(room.in(() -> rows.at(room.id(), Place.of(path), moment))));
            }
        }
        List<UUID> some = publications.stream().distinct().toList();
        some = some.subList(Math.max(0, some.size() - 20), some.size());
        List<UUID> asked = some;
        assertThat(ids(room.in(() -> known.many(room.id(), asked, moment)).values()))
                .as("publications at %d", version)
                .isEqualTo(ids(room.in(() -> rows.many(room.id(), asked, moment))));
    }

    private static List<String> ids(Collection<PublicationInterval> found) {
        return found.stream()
                .map(row -> row.id() + (row.isOpen() ? " open" : " closed"))
                .sorted()
                .toList();
    }
}
