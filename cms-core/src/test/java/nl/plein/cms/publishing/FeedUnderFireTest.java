package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A follower that is killed at random and reads small pages ends with exactly what is there, while four writers publish,
 * move, narrow, withdraw, roll back and erase.
 */
@OnEveryDatabase
class FeedUnderFireTest {

    private static final int WRITERS = 4;
    private static final int ACTS = 6;
    private static final int ENTRIES = 8;

    @Parameter
    Plein plein;

    @Test
    void a_follower_that_is_killed_at_random_ends_with_exactly_what_is_there() throws InterruptedException {
        int rounds = Proof.rounds(5, 200);
        int differences = 0;
        for (int round = 0; round < rounds; round++) {
            differences += round(round);
        }
        Proof.figure("feed_rounds_" + name(), rounds);
        Proof.figure("feed_differences_" + name(), differences);
        assertThat(differences).isZero();
    }

    private int round(int seed) throws InterruptedException {
        var room = new Newsroom(plein);
        List<EntryId> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(anEntry());
        }
        room.publish(page(entries.get(0), "/first", "First"));
        List<FollowerCopy> copies =
                List.of(new FollowerCopy(room, Viewer.PUBLIC), new FollowerCopy(room, Newsroom.COLLEAGUE));
        Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
        var writing = new AtomicInteger(WRITERS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(seed * 100L + i);
            threads.add(start(bugs, () -> {
                try {
                    for (int act = 0; act < ACTS; act++) {
                        actAtRandom(room, entries, random);
                    }
                } finally {
                    writing.decrementAndGet();
                }
            }));
        }
        for (FollowerCopy copy : copies) {
            var random = new Random(seed * 7L);
            threads.add(start(bugs, () -> {
                while (writing.get() > 0) {
                    copy.walkUnderFire(random);
                }
                while (copy.at() < room.now().version()) {
                    copy.walkUnderFire(random);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(bugs).isEmpty();
        return different(room, copies.get(0), Viewer.PUBLIC) + different(room, copies.get(1), Newsroom.COLLEAGUE);
    }

    private static int different(Newsroom room, FollowerCopy copy, Viewer viewer) {
        assertThat(copy.entries).containsExactlyInAnyOrderEntriesOf(FollowerCopy.truth(room, viewer));
        assertThat(copy.parts).containsExactlyInAnyOrderEntriesOf(FollowerCopy.trueParts(room, viewer));
        return 0;
    }

    private static void actAtRandom(Newsroom room, List<EntryId> entries, Random random) {
        try {
            EntryId entry = entries.get(random.nextInt(entries.size()));
            switch (random.nextInt(10)) {
                case 0 -> room.unpublish(entry);
                case 1 -> room.withdraw(entry);
                case 2 -> room.rollBack(random.nextInt((int) room.now().version() + 1));
                case 3 -> room.set("colour-" + random.nextInt(2), "c" + random.nextInt(3));
                case 4 -> room.redirect("/r" + random.nextInt(4), "/p" + random.nextInt(6));
                case 5 -> {
                    if (random.nextInt(3) == 0) {
                        room.erase(entry);
                    }
                }
                default -> room.publish(pages(entries, random));
            }
        } catch (Refusal expected) {
            // a taken path, nothing to unpublish: part of life
        }
    }

    private static List<Publishable> pages(List<EntryId> entries, Random random) {
        List<Publishable> pages = new ArrayList<>();
        int first = random.nextInt(entries.size());
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Audience audience = random.nextInt(4) == 0 ? Audience.AGENCY : Audience.EVERYONE;
            pages.add(page(
                    entries.get((first + i) % entries.size()),
                    "nl",
                    audience,
                    random.nextInt(8) == 0 ? "" : "/p" + random.nextInt(12),
                    "T" + random.nextInt(1_000)));
        }
        return pages;
    }

    private static Thread start(Queue<Throwable> bugs, Runnable work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                bugs.add(e);
            }
        });
        thread.start();
        return thread;
    }

    private String name() {
        return plein.database().name().toLowerCase(java.util.Locale.ROOT);
    }
}
