package nl.plein.cms.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;

/** What can be done together. What is due of one translation keeps its order, also when an earlier one must wait. */
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
            for (DueSchedule one : remaining) {
                boolean first = met.add(one.translation());
                boolean fits = first && batch.size() < LARGEST && one.goesWith(remaining.get(0));
                (fits ? batch : rest).add(one);
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
            if (one.nextTry().isAfter(now)) {
                held.add(one.translation());
            } else if (!held.contains(one.translation())) {
                free.add(one);
            }
        }
        return free;
    }
}
