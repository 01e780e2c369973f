package nl.plein.cms.exchange;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.ImportReport.Outcome;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.node.ObjectNode;

/** One import, from its archive to its report: looks at every file, then makes an entry of each, in batches. */
final class ImportRun {

    /** What outlasts the run. */
    interface Lines {
        /** @param first the number of the first of these lines */
        void add(int first, List<ImportLine> lines);
    }

    private static final int BATCH = 100;

    private final JobRun run;
    private final SiteRef site;
    private final ImportOptions options;
    private final Archive archive;
    private final WordPressFiles wordPress;
    private final Lines lines;
    private final Supplier<EntryId> newId;
    private final ZoneId zone;
    private final List<ImportLine> told = new ArrayList<>();
    private final ImportReport report = new ImportReport(told::add);
    private final Anchors anchors = new Anchors();
    private final List<EntryId> toPublish = new ArrayList<>();
    private final ArchivePlan plan;
    private final SourceKinds kinds;
    private int reported;

    ImportRun(
            JobRun run,
            SiteRef site,
            ImportOptions options,
            Archive archive,
            WordPressFiles wordPress,
            SourceKinds kinds,
            Lines lines,
            Supplier<EntryId> newId) {
        this.run = run;
        this.site = site;
        this.options = options;
        this.archive = archive;
        this.wordPress = wordPress;
        this.kinds = kinds;
        this.lines = lines;
        this.newId = newId;
        this.zone = ZoneId.of(site.timeZone());
        this.plan = new ArchivePlan(options.hosts());
    }

    ImportReport report() {
        return report;
    }

    /** @param known what earlier imports made */
    void perform(ImportHand hand, List<Known> known, Instant now) throws IOException {
        look(known, now);
        Map<String, EntryId> entries = named(known, hand);
        Map<String, EntryId> authors = terms(hand, entries, ImportTypes.AUTHOR, plan.authors());
        Map<String, EntryId> tags = terms(hand, entries, ImportTypes.TAG, plan.tags());
        attachments(hand);
        texts(hand, authors, tags);
        anchors.dead().forEach(report::note);
        if (options.publish() && !run.cancelled()) {
            show(hand, entries);
        }
        run.report(report.json());
    }

    private void look(List<Known> known, Instant now) throws IOException {
        wordPress.exports().forEach(export -> plan.ownHost(export.host()));
        wordPress.damaged().forEach(file -> report.note("The file " + file + " can't be unpacked."));
        List<Archive> archives =
                Stream.concat(Stream.of(archive), wordPress.texts().stream()).toList();
        new ArchiveScan(archives, plan, zone, now, options.ignoreExpiry(), known, report, kinds, newId).run();
        if (plan.placements().isEmpty() && report.count(Outcome.FAILED) == 0) {
            throw new Invalid(
                    "nothing-to-import",
                    "The archive holds no Markdown, no HTML page and no WordPress export with a text in it.");
        }
        kinds.notes().forEach(report::note);
        writeDown();
        run.progress(0, plan.placements().size());
        run.log(plan.placements().size() + " texts, " + plan.authors().size() + " authors, "
                + plan.tags().size() + " tags");
    }

    /** Puts down what became of the files since the last time: a report does not grow in memory. */
    private void writeDown() {
        lines.add(reported + 1, told);
        reported += told.size();
        told.clear();
        run.report(report.json());
    }

    /** Every origin gets its entry before the first entry is written, so that links lead to what a second run finds. */
    private Map<String, EntryId> named(List<Known> known, ImportHand hand) {
        Map<String, EntryId> entries = new HashMap<>();
        known.forEach(origin -> entries.put(origin.name(), origin.entry()));
        var wanted = new ArrayList<Known>();
        nameTerms(wanted, entries, ImportTypes.AUTHOR, plan.authors());
        nameTerms(wanted, entries, ImportTypes.TAG, plan.tags());
        plan.placements().forEach(place -> name(wanted, entries, place.origin(), place.path(), place.entry()));
        hand.reserve(wanted);
        return entries;
    }

    private void nameTerms(List<Known> wanted, Map<String, EntryId> entries, String type, Map<String, String> names) {
        names.keySet().stream()
                .map(slug -> type + ":" + slug)
                .filter(term -> !plan.termPages().containsKey(term))
                .forEach(term -> name(wanted, entries, term, "", newId.get()));
    }

    private static void name(
            List<Known> wanted, Map<String, EntryId> entries, String origin, String address, EntryId entry) {
        if (entries.putIfAbsent(origin, entry) == null) {
            wanted.add(new Known(origin, address, entry));
        }
    }

    /** @return authors or tags by slug: those with a page of their own, and those that texts only name */
    private Map<String, EntryId> terms(
            ImportHand hand, Map<String, EntryId> entries, String type, Map<String, String> names) {
        Map<String, EntryId> bySlug = new HashMap<>();
        plan.termPages().forEach((term, page) -> {
            if (term.startsWith(type + ":")) {
                bySlug.put(term.substring(type.length() + 1), page.entry());
            }
        });
        var wanted = new ArrayList<Wanted>();
        names.forEach((slug, name) -> {
            if (!bySlug.containsKey(slug)) {
                Wanted term = term(entries, type, slug, name);
                bySlug.put(slug, term.entry());
                wanted.add(term);
            }
        });
        int made = 0;
        for (int from = 0; from < wanted.size() && !run.cancelled(); from += BATCH) {
            for (Written written : hand.write(wanted.subList(from, Math.min(from + BATCH, wanted.size())))) {
                made += written.outcome() == Outcome.CREATED ? 1 : 0;
                remember(written, SourceState.PUBLISHED);
            }
        }
        report.made(type, made);
        return bySlug;
    }

    private static Wanted term(Map<String, EntryId> entries, String type, String slug, String name) {
        String origin = type + ":" + slug;
        ObjectNode fields = Json.mapper().createObjectNode();
        fields.put(
                "title",
                type.equals(ImportTypes.AUTHOR) ? SourceDocument.personName(name) : SourceDocument.readable(name));
        EntryId entry = Objects.requireNonNull(entries.get(origin));
        return new Wanted(origin, entry, type, "", slug, fields, SourceState.PUBLISHED, new ArrayList<>());
    }

    /** Files of a WordPress export that the archive holds beside it; the others are named. */
    private void attachments(ImportHand hand) {
        int stored = 0;
        for (WordPressExport export : wordPress.exports()) {
            for (String address : export.attachments()) {
                Optional<ArchiveMember> member = plan.attachment(address);
                List<String> notes = new ArrayList<>();
                if (member.isEmpty()) {
                    notes.add("The attachment " + address + " is not in the archive.");
                } else if (hand.asset(member.get(), notes).isPresent()) {
                    stored++;
                }
                notes.forEach(report::note);
            }
            report.made("attachment", export.attachments().size());
            report.made("comment", export.comments());
        }
        if (!wordPress.exports().isEmpty()) {
            report.made("storedAttachment", stored);
        }
    }

    private void texts(ImportHand hand, Map<String, EntryId> authors, Map<String, EntryId> tags) throws IOException {
        var maker = new SourceDocument.Maker(plan, kinds, zone, authors, tags, options.source(), hand::asset);
        List<Placement> places = plan.placements();
        for (int from = 0; from < places.size() && !run.cancelled(); from += BATCH) {
            int to = Math.min(from + BATCH, places.size());
            texts(hand, maker, places.subList(from, to));
            writeDown();
            run.progress(to, places.size());
        }
    }

    private void texts(ImportHand hand, SourceDocument.Maker maker, List<Placement> places) throws IOException {
        var wanted = new ArrayList<Wanted>();
        var made = new ArrayList<SourceDocument>();
        var readable = new ArrayList<Placement>();
        for (Placement place : places) {
            try {
                SourceDocument document = maker.of(place, ArchiveScan.front(place.archive(), place.member()));
                wanted.add(new Wanted(
                        place.origin(),
                        place.entry(),
                        document.type(),
                        place.path(),
                        "",
                        document.fields(),
                        place.state(),
                        document.notes()));
                made.add(document);
                readable.add(place);
                anchors.add(
                        place.member().shownName(),
                        place.entry(),
                        document.fields()
                                .path(kinds.mapped(place.kind())
                                        .map(ImportMapping.Kind::body)
                                        .orElse(StandardField.BODY.key()))
                                .asString(""));
            } catch (Unreadable e) {
                fail(place, e.why());
            } catch (StackOverflowError e) {
                fail(place, "It is nested too deeply.");
            }
        }
        List<Written> results = hand.write(wanted);
        for (int i = 0; i < results.size(); i++) {
            tell(readable.get(i), made.get(i), results.get(i));
            remember(results.get(i), readable.get(i).state());
        }
    }

    private void fail(Placement place, String why) {
        report.add(Outcome.FAILED, ArchiveScan.line(place.member(), Outcome.FAILED, List.of(why)));
    }

    private void tell(Placement place, SourceDocument document, Written result) {
        boolean isThere = result.outcome() != Outcome.FAILED;
        report.add(
                result.outcome(),
                new ImportLine(
                        0,
                        place.member().shownName(),
                        result.outcome().word(),
                        isThere ? place.state().word() : "",
                        result.path(),
                        isThere ? Optional.of(result.entry()) : Optional.empty(),
                        document.notes(),
                        List.copyOf(document.missing())));
    }

    private void remember(Written written, SourceState state) {
        if (options.publish() && state == SourceState.PUBLISHED && written.waitsForPublishing()) {
            toPublish.add(written.entry());
        }
    }

    private void show(ImportHand hand, Map<String, EntryId> entries) {
        if (!toPublish.isEmpty()) {
            hand.publish(toPublish);
        }
        for (WordPressExport export : wordPress.exports()) {
            hand.menus(export.menus(), entries);
        }
        if (!run.cancelled()) {
            hand.redirects(plan.aliases());
        }
    }
}
