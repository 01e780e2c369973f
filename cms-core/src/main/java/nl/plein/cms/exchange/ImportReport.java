package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of each file of an import. Bounded: beyond about 900,000 of the 1,048,576 characters that fit, files that went well are only counted,
 * and then any file; {@code omitted} says how many.
 */
final class ImportReport {

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED,
        FAILED,
        /** In between only: changed here and in the source. */
        TO_MERGE
    }

    private static final int ROOM_FOR_ALL = 880_000;
    private static final int ROOM_FOR_NEWS = 980_000;
    private static final int MOST_NOTES = 20;
    private static final int LONGEST_NOTE = 300;

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final ArrayNode files = Json.mapper().createArrayNode();
    private final List<Long> versions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> made = new LinkedHashMap<>();
    private int published;
    private int written;
    private int omitted;
    private int missingLinks;
    private int redirects;

    /** @param missing addresses in its text that lead to nothing in the archive */
    void add(String file, Outcome outcome, String path, String entry, List<String> why, Collection<String> missing) {
        counts.merge(outcome, 1, Integer::sum);
        ObjectNode item = Json.mapper().createObjectNode();
        item.put("file", file);
        item.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (!path.isEmpty()) {
            item.put("path", path);
        }
        if (!entry.isEmpty()) {
            item.put("entry", entry);
        }
        if (!why.isEmpty()) {
            ArrayNode lines = item.putArray("notes");
            why.stream().limit(MOST_NOTES).map(ImportReport::shortened).forEach(lines::add);
            if (why.size() > MOST_NOTES) {
                lines.add("… and " + (why.size() - MOST_NOTES) + " more.");
            }
        }
        if (!missing.isEmpty()) {
            ArrayNode links = item.putArray("missingLinks");
            missing.stream().map(ImportReport::shortened).forEach(links::add);
            missingLinks += missing.size();
        }
        boolean isNews =
                outcome == Outcome.FAILED || outcome == Outcome.SKIPPED || !why.isEmpty() || !missing.isEmpty();
        int length = Json.write(item).length() + 1;
        if (written + length > (isNews ? ROOM_FOR_NEWS : ROOM_FOR_ALL)) {
            omitted++;
            return;
        }
        written += length;
        files.add(item);
    }

    /** Something about the archive as a whole. */
    void note(String line) {
        if (notes.size() < 100) {
            notes.add(shortened(line));
        }
    }

    /** Entries that were made beside those of files. */
    void made(String type, int entries) {
        made.merge(type, entries, Integer::sum);
    }

    void published(long version, int translations) {
        versions.add(version);
        published += translations;
    }

    void redirected(long version, int paths) {
        versions.add(version);
        redirects += paths;
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    ObjectNode json() {
        ObjectNode report = Json.mapper().createObjectNode();
        int sum = 0;
        for (Outcome outcome : EnumSet.range(Outcome.CREATED, Outcome.FAILED)) {
            report.put(outcome.name().toLowerCase(Locale.ROOT), count(outcome));
            sum += count(outcome);
        }
        report.put("sources", sum);
        made.forEach((type, entries) -> report.put(type + "s", entries));
        report.put("published", published);
        report.put("redirects", redirects);
        report.put("missingLinks", missingLinks);
        ArrayNode numbers = report.putArray("versions");
        versions.forEach(numbers::add);
        if (!notes.isEmpty()) {
            ArrayNode lines = report.putArray("notes");
            notes.forEach(lines::add);
        }
        if (omitted > 0) {
            report.put("omitted", omitted);
        }
        report.set("files", files);
        return report;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE - 1) + "…";
    }
}
