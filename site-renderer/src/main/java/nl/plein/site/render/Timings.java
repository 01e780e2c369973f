package nl.plein.site.render;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How long the pages of each template took. */
final class Timings {
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> pages = new ConcurrentHashMap<>();

    void add(String template, long took) {
        nanos.computeIfAbsent(template, id -> new LongAdder()).add(took);
        pages.computeIfAbsent(template, id -> new LongAdder()).increment();
    }

    /** The templates that cost most a page, dearest first. */
    List<Summary.TemplateCost> slowest(int most) {
        return nanos.keySet().stream()
                .map(id -> new Summary.TemplateCost(
                        id, count(pages, id), count(nanos, id) / 1_000 / Math.max(1, count(pages, id))))
                .sorted(Comparator.comparingLong(Summary.TemplateCost::microsPerPage)
                        .reversed())
                .limit(most)
                .toList();
    }

    private static long count(Map<String, LongAdder> counts, String id) {
        LongAdder adder = counts.get(id);
        return adder == null ? 0 : adder.sum();
    }
}
