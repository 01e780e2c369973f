package nl.plein.api.crossing;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;

/** Every row of the database that speaks of one agency, as a back-up tells it. */
final class Rows {

    /** Trails are sealed some time after what they tell. */
    private static final String SEALS = ",(\\d+|null),(\"[0-9a-f]{64}\"|null),(\"[0-9a-f]{64}\"|null)]$";

    /** Followers look at their sites although nothing has changed. What counts is who is at which version. */
    private static final String LEASES = "^(\\[\"[^\"]*\",\"[^\"]*\",\\d+),.*";

    /** That somebody was refused is the one thing that a refusal writes: into the trail. */
    private static final String REFUSED = ",\"access.refused\",";

    /** A webhook is told of its own site's versions, and fails, as there is no such host: state, what somebody asked for, the rest. */
    private static final String TELLING =
            ",\"(ACTIVE|PAUSED|PARKED)\",\\d+,([^,]*),\\d+,[^,]*,[^,]*,\"[^\"]*\",([^,]*),[^,]*,[^,]*,";

    /** What came of an original is kept for the next one who may see it, whoever asked first; what is sent
     * follows from the webhooks, and the length of a trail from its events: all follow from what was there. */
    private static final Set<String> DERIVED =
            Set.of("tables/rendition.ndjson", "tables/webhook_delivery.ndjson", "tables/audit_head.ndjson");

    private Rows() {}

    /** Those of an agency in which nothing happens any more. */
    static Set<String> settled(Aviary agency) {
        return settled(agency, "");
    }

    /** Those of an agency in which nothing happens any more, but for those in which another one names something of it. */
    static Set<String> settled(Aviary agency, Aviary other) {
        return settled(agency, other.mark);
    }

    private static Set<String> settled(Aviary agency, String other) {
        Set<String> before = of(agency, other);
        for (int again = 0; again < 60; again++) {
            pause();
            Set<String> now = of(agency, other);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("the rows of " + agency.agency + " change although nobody does anything");
    }

    private static Set<String> of(Aviary agency, String other) {
        var backup = Client.of(RunningServer.shared())
                .withToken(RunningServer.ADMINISTRATOR)
                .get("/manage/v1/backup");
        List<String> marks = Stream.of(
                        "person",
                        "token",
                        "job",
                        "entry",
                        "revision",
                        "asset",
                        "schedule",
                        "release",
                        "preview",
                        "comment",
                        "webhook")
                .flatMap(kind -> agency.names.get(kind).stream().map(Named::value))
                .toList();
        Set<String> rows = new TreeSet<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(backup.bytes()))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                String table = next.getName();
                if (table.startsWith("tables/") && !DERIVED.contains(table)) {
                    new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8))
                            .lines()
                            .filter(row ->
                                    row.contains(agency.mark) || marks.stream().anyMatch(row::contains))
                            .filter(row -> other.isEmpty() || !row.contains(other))
                            .filter(row -> !row.contains(REFUSED))
                            .map(row -> table + " " + plain(table, row))
                            .forEach(rows::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String plain(String table, String row) {
        return switch (table) {
            case "tables/audit_event.ndjson" -> row.replaceAll(SEALS, ",$3]");
            case "tables/follower_cursor.ndjson" -> row.replaceAll(LEASES, "$1]");
            case "tables/webhook.ndjson" -> row.replaceAll(TELLING, ",$1,$2,$3,");
            default -> row;
        };
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
