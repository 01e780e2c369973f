package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.ArchiveEntries;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.MergeDraft;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.Translations;
import nl.plein.cms.content.WriteEntries;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.ImportReport.Outcome;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One transaction of an import: entries and what is remembered of them, both or neither. */
@ApplicationScoped
class ImportBatch {

    @Inject
    Origins origins;

    @Inject
    WriteEntries writeEntries;

    @Inject
    ArchiveEntries archiveEntries;

    @Inject
    MergeDraft mergeDraft;

    @Inject
    Translations translations;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    ContentTypes types;

    /** Something to write, and where it stands in the batch. */
    private record Task(int index, Wanted wanted, ObjectNode payload, String hash, ImportOrigin origin) {}

    @Transactional
    List<Written> write(SiteId site, ImportOptions options, List<Wanted> wanted) {
        Map<String, ImportOrigin> known =
                origins.get(site, wanted.stream().map(Wanted::origin).toList());
        Map<EntryId, Draft> heads = heads(site, options, wanted, known);
        var written = new ArrayList<Written>();
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < wanted.size(); i++) {
            Task task = task(i, wanted.get(i), known);
            Optional<Draft> head = Optional.ofNullable(heads.get(task.wanted().entry()));
            Optional<Written> settled = settled(task, head);
            written.add(settled.orElse(new Written(task.wanted().entry(), Outcome.FAILED, "", false)));
            if (settled.isEmpty()) {
                tasks.add(task);
            }
        }
        List<nl.plein.cms.content.Written> results = writeEntries.perform(
                site, tasks.stream().map(task -> entry(task, options)).toList());
        for (int i = 0; i < tasks.size(); i++) {
            written.set(tasks.get(i).index(), told(tasks.get(i), results.get(i)));
        }
        archive(site, wanted, written);
        return written;
    }

    /** What {@link #write} would say, as far as the source alone decides it. In the order of what was wanted. */
    @Transactional
    List<Written> foresee(SiteId site, List<Wanted> wanted) {
        Map<String, ImportOrigin> known =
                origins.get(site, wanted.stream().map(Wanted::origin).toList());
        return wanted.stream()
                .map(one -> foreseen(one, Optional.ofNullable(known.get(one.origin()))))
                .toList();
    }

    private Written foreseen(Wanted wanted, Optional<ImportOrigin> known) {
        ObjectNode payload = types.find(wanted.type())
                .map(type -> ImportTypes.fitted(type, wanted.fields(), wanted.notes()))
                .orElse(wanted.fields());
        Optional<ImportOrigin> imported =
                known.filter(origin -> origin.revision().isPresent());
        if (imported.isEmpty()) {
            return new Written(wanted.entry(), Outcome.CREATED, wanted.path(), true);
        }
        boolean isSame = imported.get().hasContent(hash(wanted, payload));
        return new Written(
                wanted.entry(),
                isSame ? Outcome.UNCHANGED : Outcome.UPDATED,
                wanted.path(),
                !isSame || imported.get().waitsForPublishing());
    }

    private static String hash(Wanted wanted, ObjectNode payload) {
        return Hashes.sha256(wanted.type() + "\n" + wanted.path() + "\n" + Json.canonical(payload));
    }

    /**
     * Saves the source's change as an editor would who started from what was imported last. Words that editors have not
     * published yet stay unpublished, and the source's change with them.
     *
     * @throws nl.plein.cms.kernel.Conflict if editors changed the same place
     */
    @Transactional
    Written merge(SiteId site, ImportOptions options, Wanted wanted) {
        Task task = task(0, wanted, origins.get(site, List.of(wanted.origin())));
        ImportOrigin origin = task.origin();
        var key = new TranslationKey(wanted.entry(), options.locale());
        TranslationRef before = translations.get(site, key);
        JsonNode base = origin.mergedBase().orElseGet(() -> translations
                .revision(site, key, origin.revision().orElseThrow())
                .payload());
        Saved saved = mergeDraft.perform(site, key, base, task.payload());
        origin.merged(saved.id(), task.hash(), task.payload());
        boolean editorsWait = !before.publishedRevision().equals(Optional.of(before.head()));
        if (editorsWait) {
            origin.published();
            wanted.notes().add("It was merged with a draft that nobody has published yet, and waits with it.");
        } else {
            wanted.notes().add("It was merged with what was changed here.");
        }
        return new Written(wanted.entry(), Outcome.UPDATED, before.path(), !editorsWait);
    }

    private void archive(SiteId site, List<Wanted> wanted, List<Written> written) {
        var archived = new ArrayList<EntryId>();
        for (int i = 0; i < written.size(); i++) {
            boolean isNew = written.get(i).outcome() == Outcome.CREATED;
            if (isNew && wanted.get(i).state() == SourceState.ARCHIVED) {
                archived.add(written.get(i).entry());
            }
        }
        archiveEntries.perform(site, archived);
    }

    private Map<EntryId, Draft> heads(
            SiteId site, ImportOptions options, List<Wanted> wanted, Map<String, ImportOrigin> known) {
        var keys = wanted.stream()
                .filter(one -> known.get(one.origin()) != null
                        && known.get(one.origin()).revision().isPresent())
                .map(one -> new TranslationKey(one.entry(), options.locale()))
                .toList();
        Map<EntryId, Draft> heads = new HashMap<>();
        if (!keys.isEmpty()) {
            drafts.of(site, keys).forEach(draft -> heads.put(draft.entry(), draft));
        }
        return heads;
    }

    private Task task(int index, Wanted wanted, Map<String, ImportOrigin> known) {
        ImportOrigin origin = known.get(wanted.origin());
        if (origin == null) {
            throw new IllegalStateException("no entry was reserved for " + wanted.origin());
        }
        ObjectNode payload = ImportTypes.fitted(types.get(wanted.type()), wanted.fields(), wanted.notes());
        return new Task(index, wanted, payload, hash(wanted, payload), origin);
    }

    /** What needs no writing, or a merge; empty if the entry is to be written. */
    private static Optional<Written> settled(Task task, Optional<Draft> head) {
        ImportOrigin origin = task.origin();
        Wanted wanted = task.wanted();
        if (origin.revision().isEmpty()) {
            return Optional.empty();
        }
        if (head.isEmpty()) {
            wanted.notes().add("Its entry was deleted here and stays deleted.");
            return Optional.of(new Written(wanted.entry(), Outcome.SKIPPED, "", false));
        }
        String path = head.get().path();
        if (!head.get().type().equals(wanted.type())) {
            wanted.notes()
                    .add("It was imported as \"" + head.get().type()
                            + "\" before, and an entry keeps its type: delete it here to import it as \""
                            + wanted.type() + "\".");
            return Optional.of(new Written(wanted.entry(), Outcome.SKIPPED, path, false));
        }
        if (origin.hasContent(task.hash())) {
            return Optional.of(new Written(
                    wanted.entry(),
                    Outcome.UNCHANGED,
                    path,
                    origin.waitsForPublishing()
                            && origin.revision().get().equals(head.get().revision())));
        }
        if (!origin.address().equals(wanted.path())) {
            wanted.notes().add("The source wants the path " + wanted.path() + " now; the page was not moved.");
        }
        return origin.wrote(head.get().revision())
                ? Optional.empty()
                : Optional.of(new Written(wanted.entry(), Outcome.TO_MERGE, path, false));
    }

    private static NewEntry entry(Task task, ImportOptions options) {
        Wanted wanted = task.wanted();
        NewEntry entry = NewEntry.of(wanted.type(), options.locale(), task.payload())
                .from(wanted.origin())
                .forAudience(options.audience())
                .numberedIfTaken();
        if (task.origin().revision().isPresent()) {
            return entry;
        }
        entry = entry.identifiedBy(wanted.entry());
        return wanted.path().isEmpty() ? entry.withSlug(wanted.slug()) : entry.at(wanted.path());
    }

    private static Written told(Task task, nl.plein.cms.content.Written result) {
        Wanted wanted = task.wanted();
        if (result instanceof nl.plein.cms.content.Written.Saved saved) {
            boolean isNew = task.origin().revision().isEmpty();
            if (saved.numbered()) {
                wanted.notes()
                        .add("Another page has the path " + wanted.path() + "; this one is at " + saved.path() + ".");
            }
            task.origin().imported(saved.revision(), task.hash());
            return new Written(wanted.entry(), isNew ? Outcome.CREATED : Outcome.UPDATED, saved.path(), true);
        }
        var why = ((nl.plein.cms.content.Written.Refused) result).why();
        wanted.notes().add(why.message());
        why.findings().stream().limit(5).forEach(finding -> wanted.notes()
                .add(finding.pointer() + ": " + finding.message()));
        return new Written(wanted.entry(), Outcome.FAILED, "", false);
    }
}
