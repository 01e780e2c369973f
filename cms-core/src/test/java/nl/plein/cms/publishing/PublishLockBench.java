package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.testkit.Database;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;

/** Measures how long a site is locked while something is published on it. Run by {@code bench/publish-lock}. */
public final class PublishLockBench {

    private static final int MANY = Integer.getInteger("plein.bench.entries", 10_000);
    private static final int ONES = 101;

    private PublishLockBench() {}

    /** @param arguments names of databases; both if there are none */
    public static void main(String[] arguments) {
        List<String> names = arguments.length == 0 ? List.of("h2", "postgresql") : List.of(arguments);
        for (String name : names) {
            measure(name, Plein.fresh(Database.valueOf(name.toUpperCase(Locale.ROOT))));
        }
        System.exit(0);
    }

    private static void measure(String name, Plein plein) {
        var room = new Newsroom(plein);
        List<Publishable> pages = pages(MANY);
        Receipt first = room.publish(pages);
        Proof.figure("lock_first_" + MANY + "_ms_" + name, first.lockMillis());
        List<Double> releases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            room.publish(pages);
            releases.add(plein.get(LockTimes.class).lastMillis(room.id()));
        }
        Proof.figure("lock_" + MANY + "_ms_" + name, Math.round(median(releases)));
        List<Double> ones = new ArrayList<>();
        for (int i = 0; i < ONES; i++) {
            room.publish(pages.get(i));
            ones.add(plein.get(LockTimes.class).lastMillis(room.id()));
        }
        Proof.figure("lock_one_ms_" + name, String.format(Locale.ROOT, "%.1f", median(ones)));
        ones.sort(null);
        Proof.figure("lock_one_p95_ms_" + name, String.format(Locale.ROOT, "%.1f", ones.get(ONES * 95 / 100)));
    }

    private static List<Publishable> pages(int count) {
        var random = new Random(20260303);
        List<Publishable> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var entry = new EntryId(new UUID(random.nextLong(), random.nextLong()));
            var payload = Json.mapper().createObjectNode().put("title", "Page " + i);
            payload.put("text", "<p>" + "words and words ".repeat(100 + random.nextInt(200)) + "</p>");
            payload.putObject("next").put("entry", new UUID(random.nextLong(), random.nextLong()).toString());
            pages.add(page(entry, "nl", Audience.EVERYONE, "/section-" + i % 50 + "/page-" + i, "Page " + i, payload));
        }
        return pages;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
