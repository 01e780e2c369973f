package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.testkit.Database;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import tools.jackson.databind.JsonNode;

/**
 * Measures how long a site is locked while something is published on it, and what a draft save costs meanwhile. Run by
 * {@code bench/publish-lock}. Followers have caught up before each act, so that one release is measured and not the
 * indexing of the one before it.
 */
public final class PublishLockBench {

    private static final int MANY = Integer.getInteger("plein.bench.entries", 10_000);
    private static final int ONES = 101;
    private static final int TIMES = 5;
    private static final String TYPE =
            """
            {"key":"note","name":{"nl":"Notitie"},"fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}""";

    private final String name;
    private final Plein plein;
    private final Newsroom room;

    private PublishLockBench(String name, Database database) {
        this.name = name;
        this.plein = Plein.fresh(database);
        this.room = new Newsroom(plein);
    }

    /** @param arguments {@code h2}, {@code postgresql}; both if there are none */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> names = arguments.length == 0 ? List.of("h2", "postgresql") : List.of(arguments);
        for (String name : names) {
            Database database = name.equals("h2") ? Database.H2_IN_FILE : Database.POSTGRESQL;
            new PublishLockBench(name, database).measure();
        }
        System.exit(0);
    }

    private void measure() throws InterruptedException {
        List<Publishable> pages = pages(MANY);
        room.publish(pages);
        locked(pages); // to warm up
        List<Double> releases = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            releases.add(locked(pages) / 1_000);
        }
        figure("lock_" + MANY + "_s", median(releases));
        List<Double> ones = new ArrayList<>();
        for (int i = 0; i < ONES; i++) {
            ones.add(locked(pages.subList(i, i + 1)));
        }
        figure("lock_one_ms", median(ones));
        ones.sort(null);
        figure("lock_one_p95_ms", ones.get(ONES * 95 / 100));
        saves(pages);
    }

    /** @return milliseconds */
    private double locked(List<Publishable> pages) {
        plein.get(Followers.class).catchUp();
        room.publish(pages);
        return plein.get(LockTimes.class).lastMillis(room.id());
    }

    /** What an editor waits for a draft save: on a quiet site, and while a release is staged and made. */
    private void saves(List<Publishable> pages) throws InterruptedException {
        room.in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
        TranslationKey draft = room.in(
                        () -> plein.get(CreateEntry.class).perform(room.id(), NewEntry.of("note", "nl", note(0))))
                .key();
        var count = new AtomicInteger();
        plein.get(Followers.class).catchUp();
        for (int i = 0; i < 200; i++) {
            save(draft, count.incrementAndGet());
        }
        List<Double> before = new ArrayList<>();
        List<Double> during = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            plein.get(Followers.class).catchUp();
            before.add(saving(draft, count, System.nanoTime() + 2_000_000_000L, () -> true));
            var release = new Thread(() -> room.publish(pages));
            release.start();
            during.add(saving(draft, count, Long.MAX_VALUE, release::isAlive));
            release.join();
        }
        figure("draft_save_before_ms", median(before));
        figure("draft_save_during_ms", median(during));
        figure("draft_save_ratio", median(during) / median(before));
    }

    /** @return the median of a save in milliseconds, one every 50 */
    private double saving(TranslationKey draft, AtomicInteger count, long end, BooleanSupplier on)
            throws InterruptedException {
        List<Double> took = new ArrayList<>();
        while (on.getAsBoolean() && System.nanoTime() < end) {
            took.add(save(draft, count.incrementAndGet()));
            Thread.sleep(50);
        }
        return median(took);
    }

    private double save(TranslationKey draft, int number) {
        long began = System.nanoTime();
        room.in(() -> plein.get(SaveDraft.class)
                .perform(
                        room.id(),
                        draft,
                        plein.get(Translations.class).draft(room.id(), draft).id(),
                        note(number)));
        return (System.nanoTime() - began) / 1e6;
    }

    private static JsonNode note(int number) {
        return Json.mapper()
                .createObjectNode()
                .put("title", "Note")
                .put("body", "<p>" + "words and words ".repeat(100) + number + "</p>");
    }

    private void figure(String what, double value) {
        Proof.figure(what + "_" + name, String.format(Locale.ROOT, "%.2f", value));
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
