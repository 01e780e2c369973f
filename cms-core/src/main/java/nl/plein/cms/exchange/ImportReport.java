package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts what became of the files of an import, and tells of the archive as a whole; each file has a line of its own. */
final class ImportReport {

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED,
        FAILED,
        /** In between only: changed here and in the source. */
        TO_MERGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_NOTES = 2_000;

    private final Consumer<ImportLine> lines;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> states = new LinkedHashMap<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> made = new LinkedHashMap<>();
    private int published;
    private int missingLinks;
    private int redirects;
    private int omitted;
    private boolean isDry;
    private Optional<ObjectNode> proposal = Optional.empty();

    /** @param lines gets what became of each file */
    ImportReport(Consumer<ImportLine> lines) {
        this.lines = lines;
        states.put(SourceState.DRAFT.word(), 0);
        states.put(SourceState.ARCHIVED.word(), 0);
    }

    void add(Outcome outcome, ImportLine line) {
        counts.merge(outcome, 1, Integer::sum);
        states.computeIfPresent(line.state(), (state, count) -> count + 1);
        missingLinks += line.missingLinks().size();
        lines.accept(line);
    }

    /** Something about the archive as a whole. */
    void note(String line) {
        if (notes.size() < MOST_NOTES) {
            notes.add(ImportLine.shortened(line));
        } else {
            omitted++;
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

    void menu(long version) {
        versions.add(version);
    }

    void redirected(long version, int paths) {
        versions.add(version);
        redirects += paths;
    }

    /** Nothing of what it tells has happened. */
    void dry() {
        isDry = true;
    }

    /** A mapping that would do what was found to be done. */
    void proposed(ObjectNode mapping) {
        proposal = Optional.of(mapping);
    }

    /** What would be published and redirected. */
    void foreseen(int translations, int paths) {
        published += translations;
        redirects += paths;
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    ObjectNode json() {
        ObjectNode report = Json.mapper().createObjectNode();
        if (isDry) {
            report.put("dryRun", true);
        }
        int sum = 0;
        for (Outcome outcome : EnumSet.range(Outcome.CREATED, Outcome.FAILED)) {
            report.put(outcome.word(), count(outcome));
            sum += count(outcome);
        }
        report.put("sources", sum);
        report.put("drafts", states.get(SourceState.DRAFT.word()));
        report.put("archived", states.get(SourceState.ARCHIVED.word()));
        made.forEach((type, entries) -> report.put(type + "s", entries));
        report.put("published", published);
        report.put("redirects", redirects);
        report.put("missingLinks", missingLinks);
        ArrayNode numbers = report.putArray("versions");
        versions.forEach(numbers::add);
        proposal.ifPresent(mapping -> report.set("mapping", mapping));
        if (!notes.isEmpty()) {
            ArrayNode told = report.putArray("notes");
            notes.forEach(told::add);
        }
        if (omitted > 0) {
            report.put("omittedNotes", omitted);
        }
        return report;
    }
}
