package nl.plein.cms.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import org.junit.jupiter.api.Test;

/** What is done together, and in which order. */
class BatchesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final PersonId NOOR = new PersonId(UUID.randomUUID());
    private static final PersonId SAM = new PersonId(UUID.randomUUID());

    @Test
    void no_version_has_more_than_five_hundred() {
        List<DueSchedule> due = new ArrayList<>();
        for (int i = 0; i < 1_201; i++) {
            due.add(one(ScheduledAct.PUBLISH, NOOR, anEntry()));
        }
        assertThat(Batches.of(due, NOW)).extracting(List::size).containsExactly(500, 500, 201);
    }

    @Test
    void acts_of_one_person_go_together_across_those_of_another() {
        DueSchedule a = one(ScheduledAct.PUBLISH, NOOR, anEntry());
        DueSchedule b = one(ScheduledAct.PUBLISH, SAM, anEntry());
        DueSchedule c = one(ScheduledAct.PUBLISH, NOOR, anEntry());
        DueSchedule d = one(ScheduledAct.ARCHIVE, NOOR, anEntry());

        assertThat(Batches.of(List.of(a, b, c, d), NOW)).containsExactly(List.of(a, c), List.of(b), List.of(d));
    }

    @Test
    void what_is_due_of_one_translation_keeps_its_order() {
        EntryId entry = anEntry();
        DueSchedule first = one(ScheduledAct.PUBLISH, NOOR, entry);
        DueSchedule then = one(ScheduledAct.UNPUBLISH, NOOR, entry);
        DueSchedule last = one(ScheduledAct.PUBLISH, NOOR, entry);

        assertThat(Batches.of(List.of(first, then, last), NOW))
                .containsExactly(List.of(first), List.of(then), List.of(last));
    }

    @Test
    void what_comes_after_a_broken_one_of_the_same_translation_waits_with_it() {
        EntryId entry = anEntry();
        DueSchedule broken = new DueSchedule(
                UUID.randomUUID(), Optional.of(nl(entry)), ScheduledAct.PUBLISH, Optional.of(NOOR), NOW.plusSeconds(1));
        DueSchedule then = one(ScheduledAct.UNPUBLISH, NOOR, entry);
        DueSchedule other = one(ScheduledAct.UNPUBLISH, NOOR, anEntry());

        assertThat(Batches.of(List.of(broken, then, other), NOW)).containsExactly(List.of(other));
        assertThat(Batches.of(List.of(broken, then, other), NOW.plusSeconds(1)))
                .containsExactly(List.of(broken), List.of(then, other));
    }

    @Test
    void a_release_comes_after_what_is_due_before_it_and_before_what_is_due_later() {
        DueSchedule before = one(ScheduledAct.PUBLISH, NOOR, anEntry());
        DueSchedule release = aRelease(Instant.EPOCH);
        DueSchedule after = one(ScheduledAct.PUBLISH, NOOR, anEntry());

        assertThat(Batches.of(List.of(before, release, after), NOW))
                .containsExactly(List.of(before), List.of(release), List.of(after));
    }

    @Test
    void a_release_waits_for_one_that_broke_before_it_and_one_that_is_due_later_for_a_release_that_broke() {
        DueSchedule broken = new DueSchedule(
                UUID.randomUUID(),
                Optional.of(nl(anEntry())),
                ScheduledAct.UNPUBLISH,
                Optional.of(NOOR),
                NOW.plusSeconds(1));
        DueSchedule before = one(ScheduledAct.PUBLISH, NOOR, anEntry());
        DueSchedule after = one(ScheduledAct.PUBLISH, NOOR, anEntry());

        assertThat(Batches.of(List.of(broken, before, aRelease(Instant.EPOCH), after), NOW))
                .containsExactly(List.of(before));
        assertThat(Batches.of(List.of(before, aRelease(NOW.plusSeconds(1)), after), NOW))
                .containsExactly(List.of(before));
    }

    private static DueSchedule one(ScheduledAct act, PersonId person, EntryId entry) {
        return new DueSchedule(UUID.randomUUID(), Optional.of(nl(entry)), act, Optional.of(person), Instant.EPOCH);
    }

    private static DueSchedule aRelease(Instant nextTry) {
        return new DueSchedule(UUID.randomUUID(), Optional.empty(), ScheduledAct.PUBLISH, Optional.of(NOOR), nextTry);
    }

    private static TranslationKey nl(EntryId entry) {
        return new TranslationKey(entry, "nl");
    }

    private static EntryId anEntry() {
        return new EntryId(UUID.randomUUID());
    }
}
