package nl.plein.cms.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;

/**
 * What can be done together. What is due of one translation keeps its order, also when an earlier one must wait. A release
 * may have any translation in it: it comes after all that is due before it, and all that is due later comes after it.
 */
final class Batches {

    /** Schedules in a version, so that nobody else waits long for the site. */
    static final int LARGEST = 500;

    private Batches() {}

    /** @param due of one site, in the order of their times @return each of one act of one person */
    static List<List<DueSchedule>> of(List<DueSchedule> due, Instant now) {
        List<List<DueSchedule>> batches = new ArrayList<>();
        List<DueSchedule> remaining = thoseThatNeedNotWait(due, now);
        while (!remaining.isEmpty()) {
            List<DueSchedule> batch = new ArrayList<>();
            List<DueSchedule> rest = new ArrayList<>();
            Set<TranslationKey> met = new HashSet<>();
            boolean afterRelease = false;
            for (DueSchedule one : remaining) {
                boolean first = one.translation().map(met::add).orElse(one.equals(remaining.get(0)));
                boolean fits = first && !afterRelease && batch.size() < LARGEST && one.goesWith(remaining.get(0));
                (fits ? batch : rest).add(one);
                afterRelease |= one.isOfRelease();
            }
            batches.add(batch);
            remaining = rest;
        }
        return batches;
    }

    private static List<DueSchedule> thoseThatNeedNotWait(List<DueSchedule> due, Instant now) {
        Set<TranslationKey> held = new HashSet<>();
        List<DueSchedule> free = new ArrayList<>();
        for (DueSchedule one : due) {
            boolean waits = one.nextTry().isAfter(now)
                    || one.translation().map(held::contains).orElse(!held.isEmpty());
            if (waits && one.isOfRelease()) {
                return free;
            } else if (waits) {
                one.translation().ifPresent(held::add);
            } else {
                free.add(one);
            }
        }
        return free;
    }
}
