package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.WriteEntries;
import nl.plein.cms.content.Written;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.DescribeAsset;
import nl.plein.cms.media.SetFocalPoint;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * Fills a site with what another one of the agency has: files, entries, settings, theme, menus and redirects. What is
 * published there is published here; newer drafts become drafts. History stays behind. May be run again at any point.
 */
@ApplicationScoped
class CopySite implements JobHandler {

    static final String KIND = "duplicate-site";

    private static final String ORIGIN = "copy:";
    private static final int BATCH = 100;
    private static final int IN_ONE_VERSION = 500;

    @Inject
    Sites sites;

    @Inject
    Assets assets;

    @Inject
    StoreAsset storeAsset;

    @Inject
    DescribeAsset describeAsset;

    @Inject
    SetFocalPoint setFocalPoint;

    @Inject
    EntryLists lists;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    Origins origins;

    @Inject
    WriteEntries writeEntries;

    @Inject
    Publications publications;

    @Inject
    CopiedParts parts;

    @Inject
    PublishEntries publishEntries;

    @Inject
    ChangeSiteParts changeSiteParts;

    @Inject
    Ids ids;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        SiteRef from = sites.get(SiteId.of(run.input().path("source").asString()));
        SiteId to = run.site().orElseThrow();
        List<TranslationRef> all = translations(from.id());
        var names = new NewNames();
        copyFiles(from.id(), to, names);
        nameEntries(to, all, names);
        Map<TranslationKey, Publication> open = open(from);
        List<PartChange> changes = parts.of(from, sites.get(to), names);
        makeGroups(to, changes);
        write(run, from.id(), to, all, names, open, Words.PUBLISHED);
        publish(to, all, names, open, changes);
        List<TranslationRef> ahead =
                all.stream().filter(one -> isAhead(one, open)).toList();
        write(run, from.id(), to, ahead, names, open, Words.DRAFT);
        run.progress(all.size(), all.size());
    }

    /** Before their entries, which lie under them. */
    private void makeGroups(SiteId to, List<PartChange> changes) {
        List<PartChange> groups =
                changes.stream().filter(part -> part.kind() == PartKind.GROUP).toList();
        if (!groups.isEmpty()) {
            changeSiteParts.perform(to, groups);
        }
    }

    /** Which words of a translation are written. */
    private enum Words {
        PUBLISHED,
        DRAFT
    }

    private List<TranslationRef> translations(SiteId site) {
        List<TranslationRef> all = new ArrayList<>();
        EntryLists.Page page = lists.list(site, EntryLists.Wanted.ALL);
        while (true) {
            page.rows().forEach(row -> all.add(row.translation()));
            if (page.next().isEmpty()) {
                return all;
            }
            page = lists.list(site, EntryLists.Wanted.ALL.after(page.next().get()));
        }
    }

    private void copyFiles(SiteId from, SiteId to, NewNames names) {
        Map<String, AssetRef> there = new HashMap<>();
        assets.ofSite(to).forEach(asset -> there.put(asset.sha256() + asset.file(), asset));
        for (AssetRef asset : assets.ofSite(from)) {
            AssetRef copy = there.get(asset.sha256() + asset.file());
            if (copy == null) {
                copy = storeAsset.perform(to, asset.file(), new BlobStore.Stored(asset.sha256(), asset.size()));
                if (asset.focus() != null) {
                    setFocalPoint.perform(to, copy.id(), asset.focus());
                }
                describeAsset.perform(
                        to, copy.id(), assets.described(from, asset.id()).words(), Seen.ANY);
            }
            names.put(asset.id().value(), copy.id().value());
        }
    }

    private void nameEntries(SiteId to, List<TranslationRef> all, NewNames names) {
        for (Origins.Known known : origins.ofSite(to)) {
            if (known.name().startsWith(ORIGIN)) {
                names.put(
                        UUID.fromString(known.name().substring(ORIGIN.length())),
                        known.entry().value());
            }
        }
        List<Origins.Known> wanted = new ArrayList<>();
        for (TranslationRef one : all) {
            UUID old = one.entry().value();
            if (!names.knows(old)) {
                names.put(old, ids.next());
                wanted.add(new Origins.Known(ORIGIN + old, "", new EntryId(names.of(old))));
            }
        }
        origins.reserve(to, wanted);
    }

    private Map<TranslationKey, Publication> open(SiteRef site) {
        Map<TranslationKey, Publication> open = new HashMap<>();
        Optional<Publications.Touched> last = Optional.empty();
        while (true) {
            List<Publications.Touched> page = publications.touched(site.id(), 0, site.version(), last, IN_ONE_VERSION);
            page.stream()
                    .map(Publications.Touched::publication)
                    .filter(Publication::isOpen)
                    .forEach(one -> open.put(one.translation(), one));
            if (page.size() < IN_ONE_VERSION) {
                return open;
            }
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    /** Parents before their children: who waits for a parent has another turn. */
    private void write(
            JobRun run,
            SiteId from,
            SiteId to,
            List<TranslationRef> all,
            NewNames names,
            Map<TranslationKey, Publication> open,
            Words words) {
        Set<EntryId> written = new HashSet<>();
        Set<EntryId> known = new HashSet<>();
        all.forEach(one -> known.add(one.entry()));
        List<TranslationRef> waiting = all;
        while (!waiting.isEmpty()) {
            List<TranslationRef> later = new ArrayList<>();
            for (int at = 0; at < waiting.size(); at += BATCH) {
                Map<TranslationKey, TranslationRef> batch = new LinkedHashMap<>();
                waiting.subList(at, Math.min(at + BATCH, waiting.size())).forEach(one -> batch.put(keyOf(one), one));
                List<NewEntry> ready = new ArrayList<>();
                Set<EntryId> done = new HashSet<>();
                for (Draft draft : drafts.of(from, draftKeys(batch))) {
                    TranslationRef one =
                            Objects.requireNonNull(batch.get(new TranslationKey(draft.entry(), draft.locale())));
                    if (draft.parent()
                            .filter(known::contains)
                            .filter(parent -> !written.contains(parent))
                            .isPresent()) {
                        later.add(one);
                    } else {
                        ready.add(copy(one, draft, names, open, words));
                        done.add(draft.entry());
                    }
                }
                writeEntries.perform(to, ready).forEach(CopySite::refuse);
                written.addAll(done);
                run.progress(written.size(), known.size());
            }
            if (later.size() == waiting.size()) {
                throw new IllegalStateException("the parents of " + later.size() + " pages form a circle");
            }
            waiting = later;
        }
    }

    private static void refuse(Written written) {
        if (written instanceof Written.Refused refused) {
            throw refused.why();
        }
    }

    private static TranslationKey keyOf(TranslationRef one) {
        return new TranslationKey(one.entry(), one.locale());
    }

    private static List<nl.plein.cms.content.TranslationKey> draftKeys(Map<TranslationKey, TranslationRef> batch) {
        return batch.values().stream().map(TranslationRef::key).toList();
    }

    private static boolean isAhead(TranslationRef one, Map<TranslationKey, Publication> open) {
        Publication published = open.get(keyOf(one));
        return published != null && !published.revision().equals(one.head());
    }

    private static NewEntry copy(
            TranslationRef one, Draft draft, NewNames names, Map<TranslationKey, Publication> open, Words words) {
        Publication published = open.get(keyOf(one));
        var fields = published == null || words == Words.DRAFT ? draft.payload() : published.fields();
        NewEntry entry = NewEntry.of(draft.type(), draft.locale(), names.in(fields))
                .identifiedBy(new EntryId(names.of(draft.entry().value())))
                .from(ORIGIN + draft.entry())
                .forAudience(draft.audience());
        if (draft.parent().isPresent()) {
            entry = entry.under(new EntryId(names.of(draft.parent().get().value())));
        }
        return one.explicitPath().isPresent()
                ? entry.at(one.explicitPath().get())
                : one.slug().isEmpty() ? entry : entry.withSlug(one.slug());
    }

    private void publish(
            SiteId to,
            List<TranslationRef> all,
            NewNames names,
            Map<TranslationKey, Publication> open,
            List<PartChange> changes) {
        List<TranslationKey> keys = all.stream()
                .filter(one -> open.containsKey(keyOf(one)))
                .map(one -> new TranslationKey(new EntryId(names.of(one.entry().value())), one.locale()))
                .toList();
        for (int at = 0; at < keys.size(); at += IN_ONE_VERSION) {
            publishEntries.perform(to, keys.subList(at, Math.min(at + IN_ONE_VERSION, keys.size())));
        }
        changeSiteParts.perform(to, changes);
    }
}
