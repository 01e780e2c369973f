package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.ImportReport.Outcome;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports an archive of Markdown: looks at every file, reserves an entry for each, writes entries in batches and publishes
 * them in versions. May die at any point: a second run finds the reserved entries and goes on.
 */
@ApplicationScoped
public class ImportArchive implements JobHandler {

    static final String KIND = "import-markdown";

    private static final int BATCH = 100;

    @Inject
    Sites sites;

    @Inject
    BlobStore blobs;

    @Inject
    Assets assets;

    @Inject
    StoreAsset storeAsset;

    @Inject
    UploadGate uploads;

    @Inject
    Origins origins;

    @Inject
    ImportBatches batches;

    @Inject
    PublishImported publishing;

    @Inject
    RedirectAliases redirects;

    @Inject
    ImportMenus menus;

    @Inject
    ImportedFiles files;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        SiteRef site = sites.get(run.site().orElseThrow());
        ImportOptions options = ImportOptions.of(run.input().path("options"), site);
        Path file = unpackedTo(run.input().path("archive").asString());
        try (Archive archive = Archive.open(file, Archive.Bounds.USUAL);
                WordPressFiles wordPress = WordPressFiles.of(archive, incoming())) {
            new Import(run, site, options, archive, wordPress).perform();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path incoming() throws IOException {
        return Files.createDirectories(settings.dataFolder().resolve("incoming"));
    }

    /** A copy that can be read at any place; blobs are streams. */
    private Path unpackedTo(String sha256) throws IOException {
        Path file = Files.createTempFile(incoming(), "import", ".zip");
        try (InputStream in = blobs.open(sha256)
                .orElseThrow(() -> new Invalid("archive-gone", "The archive is no longer there: send it again."))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** One run over one archive. */
    private final class Import {

        private final JobRun run;
        private final SiteRef site;
        private final ImportOptions options;
        private final Archive archive;
        private final WordPressFiles wordPress;
        private final ZoneId zone;
        private final List<ImportLine> told = new ArrayList<>();
        private final ImportReport report = new ImportReport(told::add);
        private final Anchors anchors = new Anchors();
        private final ArchivePlan plan;
        private int reported;
        private final List<EntryId> toPublish = new ArrayList<>();

        Import(JobRun run, SiteRef site, ImportOptions options, Archive archive, WordPressFiles wordPress) {
            this.run = run;
            this.site = site;
            this.options = options;
            this.archive = archive;
            this.wordPress = wordPress;
            this.zone = ZoneId.of(site.timeZone());
            this.plan = new ArchivePlan(options.hosts());
        }

        void perform() throws IOException {
            files.forget(run.id());
            List<Known> known = origins.ofSite(site.id());
            wordPress.exports().forEach(export -> plan.ownHost(export.host()));
            new ArchiveScan(
                            Stream.concat(Stream.of(archive), wordPress.texts().stream())
                                    .toList(),
                            plan,
                            zone,
                            clock.instant(),
                            options.ignoreExpiry(),
                            known,
                            report,
                            this::newId)
                    .run();
            refuseNothing();
            report();
            run.progress(0, plan.placements().size());
            run.log(plan.placements().size() + " texts, " + plan.authors().size() + " authors, "
                    + plan.tags().size() + " tags");
            Map<String, EntryId> entries = reserve(known);
            Map<String, EntryId> authors = terms(entries, ImportTypes.AUTHOR, plan.authors());
            Map<String, EntryId> tags = terms(entries, ImportTypes.TAG, plan.tags());
            var pictures = new StoredPictures(archive, site.id(), blobs, storeAsset, uploads, assets.ofSite(site.id()));
            attachments(pictures);
            texts(authors, tags, pictures);
            anchors.dead().forEach(report::note);
            publish();
            menus(entries);
            redirects();
            run.report(report.json());
        }

        /** Puts down what became of the files since the last time: a report does not grow in memory. */
        private void report() {
            files.add(site.id(), run.id(), reported + 1, told);
            reported += told.size();
            told.clear();
            run.report(report.json());
        }

        private EntryId newId() {
            return new EntryId(ids.next());
        }

        /** Every origin gets its entry before the first entry is written, so that links lead to what a second run finds. */
        private Map<String, EntryId> reserve(List<Known> known) {
            Map<String, EntryId> entries = new HashMap<>();
            known.forEach(origin -> entries.put(origin.name(), origin.entry()));
            var wanted = new ArrayList<Known>();
            wantTerms(wanted, entries, ImportTypes.AUTHOR, plan.authors());
            wantTerms(wanted, entries, ImportTypes.TAG, plan.tags());
            plan.placements().forEach(place -> want(wanted, entries, place.origin(), place.path(), place.entry()));
            for (int from = 0; from < wanted.size(); from += 500) {
                origins.reserve(site.id(), wanted.subList(from, Math.min(from + 500, wanted.size())));
            }
            return entries;
        }

        private void wantTerms(
                List<Known> wanted, Map<String, EntryId> entries, String type, Map<String, String> names) {
            names.keySet().stream()
                    .map(slug -> type + ":" + slug)
                    .filter(term -> !plan.termPages().containsKey(term))
                    .forEach(term -> want(wanted, entries, term, "", newId()));
        }

        private void want(
                List<Known> wanted, Map<String, EntryId> entries, String origin, String address, EntryId entry) {
            if (entries.putIfAbsent(origin, entry) == null) {
                wanted.add(new Known(origin, address, entry));
            }
        }

        private Map<String, EntryId> terms(Map<String, EntryId> entries, String type, Map<String, String> names) {
            Map<String, EntryId> bySlug = new HashMap<>();
            plan.termPages().forEach((term, page) -> {
                if (term.startsWith(type + ":")) {
                    bySlug.put(term.substring(type.length() + 1), page.entry());
                }
            });
            var wanted = new ArrayList<Wanted>();
            names.forEach((slug, name) -> {
                String origin = type + ":" + slug;
                if (bySlug.containsKey(slug)) {
                    return;
                }
                ObjectNode fields = Json.mapper().createObjectNode();
                fields.put(
                        "title",
                        type.equals(ImportTypes.AUTHOR)
                                ? SourceDocument.personName(name)
                                : SourceDocument.readable(name));
                EntryId entry = Objects.requireNonNull(entries.get(origin));
                bySlug.put(slug, entry);
                wanted.add(new Wanted(origin, entry, type, "", slug, fields, SourceState.PUBLISHED, new ArrayList<>()));
            });
            int made = 0;
            for (int from = 0; from < wanted.size() && !run.cancelled(); from += BATCH) {
                for (Written written : batches.write(
                        site.id(), options, wanted.subList(from, Math.min(from + BATCH, wanted.size())))) {
                    made += written.outcome() == Outcome.CREATED ? 1 : 0;
                    remember(written, SourceState.PUBLISHED);
                }
            }
            report.made(type, made);
            return bySlug;
        }

        private void refuseNothing() {
            if (plan.placements().isEmpty() && report.count(Outcome.FAILED) == 0) {
                throw new Invalid(
                        "nothing-to-import",
                        "The archive holds no Markdown, no HTML page and no WordPress export with a text in it.");
            }
        }

        /** Files of a WordPress export that the archive holds beside it; the others are named. */
        private void attachments(StoredPictures pictures) {
            int stored = 0;
            for (WordPressExport export : wordPress.exports()) {
                for (String address : export.attachments()) {
                    Optional<ArchiveMember> member = plan.attachment(address);
                    List<String> notes = new ArrayList<>();
                    if (member.isEmpty()) {
                        notes.add("The attachment " + address + " is not in the archive.");
                    } else if (pictures.asset(member.get(), notes).isPresent()) {
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

        private void menus(Map<String, EntryId> entries) {
            if (!options.publish() || run.cancelled()) {
                return;
            }
            for (WordPressExport export : wordPress.exports()) {
                menus.perform(site.id(), options.locale(), export.menus(), entries, report);
            }
        }

        private void texts(Map<String, EntryId> authors, Map<String, EntryId> tags, StoredPictures pictures)
                throws IOException {
            var maker = new SourceDocument.Maker(plan, zone, authors, tags, options.source(), pictures::asset);
            List<Placement> places = plan.placements();
            for (int from = 0; from < places.size() && !run.cancelled(); from += BATCH) {
                int to = Math.min(from + BATCH, places.size());
                var wanted = new ArrayList<Wanted>();
                var made = new ArrayList<SourceDocument>();
                var written = new ArrayList<Placement>();
                for (Placement place : places.subList(from, to)) {
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
                        written.add(place);
                        anchors.add(
                                place.member().shownName(),
                                place.entry(),
                                document.fields().path("body").asString(""));
                    } catch (Unreadable e) {
                        report.add(Outcome.FAILED, ArchiveScan.line(place.member(), Outcome.FAILED, List.of(e.why())));
                    }
                }
                List<Written> results = batches.write(site.id(), options, wanted);
                for (int i = 0; i < results.size(); i++) {
                    tell(written.get(i), made.get(i), results.get(i));
                    remember(results.get(i), written.get(i).state());
                }
                report();
                run.progress(to, places.size());
            }
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

        private void redirects() {
            if (options.publish() && !run.cancelled()) {
                redirects.perform(site.id(), options.locale(), plan.aliases(), report);
            }
        }

        private void remember(Written written, SourceState state) {
            if (options.publish() && state == SourceState.PUBLISHED && written.waitsForPublishing()) {
                toPublish.add(written.entry());
            }
        }

        private void publish() {
            if (toPublish.isEmpty() || run.cancelled()) {
                return;
            }
            run.log("publishing " + toPublish.size() + " entries");
            publishing.perform(run, site.id(), options.locale(), toPublish, report);
        }
    }
}
