package nl.plein.cms.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.publishing.Follower;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.KeptIntervals;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.Publications.Touched;
import nl.plein.cms.search.IndexCursors.Cursor;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * Keeps the index of this node in step with the database. Documents are put whole and by id, and the cursor moves only when they are on disk, so a crash costs
 * no more than doing the last steps again. Whoever reads meanwhile reads at the cursor's version, which the half-written newer one does not show in.
 */
@ApplicationScoped
public class SearchFollower implements Follower {

    /** What was closed longer ago is not in the index. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final int BATCH = 200;

    @Inject
    PublicationIndex index;

    @Inject
    IndexContents contents;

    @Inject
    Documents documents;

    @Inject
    Publications publications;

    @Inject
    KeptIntervals intervals;

    @Inject
    Moments moments;

    @Inject
    ContentTypes types;

    @Inject
    Sites sites;

    @Inject
    Followers followers;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private final Set<SiteId> outdated = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Scope scope() {
        return Scope.NODE;
    }

    @Override
    public OptionalLong reached(SiteId site) {
        return OptionalLong.of(outdated.contains(site) ? 0 : index.cursors().position(site));
    }

    /** An index that knows more versions than the database has belongs to another database. */
    void start(@Observes @Priority(PublicationIndex.AFTER_MIGRATIONS + 1) Startup event) {
        for (SiteRef site : sites.all()) {
            if (index.cursors().position(site.id()) > site.version()) {
                index.cursors().forget(site.id());
            }
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteDeleted deleted) {
        SiteId site = deleted.site().id();
        index.cursors().forget(site);
        index.write(List.of(), contents.all(site));
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(50);
    }

    @Override
    public void follow(SiteRef site, long from, long to) {
        String model = Long.toString(types.version());
        Optional<Cursor> cursor = index.cursors().of(site.id());
        outdated.remove(site.id());
        if (cursor.isEmpty() || !cursor.get().model().equals(model)) {
            rebuild(site, to, model);
        } else {
            advance(site, cursor.get(), to);
        }
    }

    /** The content types have changed: the site's documents are made again, in the background. */
    void modelChanged(SiteId site) {
        if (outdated.add(site)) {
            followers.wake(site);
        }
    }

    private void advance(SiteRef site, Cursor cursor, long to) {
        Optional<Touched> last = Optional.empty();
        List<Touched> page;
        boolean erased = false;
        do {
            page = publications.touched(site.id(), cursor.position(), to, last, BATCH);
            put(site, cursor, page);
            erased |= page.stream()
                    .anyMatch(one -> one.publication().contentHash().isEmpty());
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == BATCH);
        if (erased) {
            index.scrub();
        }
        long horizon = Math.max(cursor.horizon(), horizon(site));
        index.cursors().move(site.id(), new Cursor(to, horizon, cursor.stamp(), cursor.model()));
        if (horizon > cursor.horizon()) {
            index.write(List.of(), contents.closedBy(site.id(), horizon));
        }
    }

    private void put(SiteRef site, Cursor cursor, List<Touched> touched) {
        Set<EntryId> entries = new LinkedHashSet<>();
        touched.forEach(one -> entries.add(one.publication().entry()));
        List<Publication> kept = intervals.ofEntries(site.id(), entries, cursor.horizon());
        Set<UUID> keptIds = ConcurrentHashMap.newKeySet();
        kept.forEach(publication -> keptIds.add(publication.id()));
        List<String> dropped = touched.stream()
                .map(one -> one.publication().id())
                .filter(id -> !keptIds.contains(id))
                .map(UUID::toString)
                .toList();
        index.write(documents.of(site, kept, cursor.stamp()), dropped);
    }

    /** Puts all documents of a site, then drops those that are none of it any more. Readers of the old state are not disturbed. */
    private void rebuild(SiteRef site, long to, String model) {
        String stamp = ids.next().toString();
        long horizon = horizon(site);
        Optional<EntryId> last = Optional.empty();
        List<EntryId> page;
        do {
            page = intervals.entries(site.id(), horizon, last, BATCH);
            index.write(documents.of(site, intervals.ofEntries(site.id(), page, horizon), stamp), List.of());
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == BATCH);
        index.write(List.of(), contents.notOf(site.id(), stamp));
        index.cursors().move(site.id(), new Cursor(to, horizon, stamp, model));
    }

    private long horizon(SiteRef site) {
        return moments.at(site.id(), clock.instant().minus(KEPT)).version();
    }

    /** Documents as the database has them now, for the audit. */
    Collection<IndexedPublication> expected(SiteRef site, Cursor cursor) {
        Collection<IndexedPublication> expected = new ArrayList<>();
        Optional<EntryId> last = Optional.empty();
        List<EntryId> page;
        do {
            page = intervals.entries(site.id(), cursor.horizon(), last, BATCH);
            expected.addAll(documents.of(site, intervals.ofEntries(site.id(), page, cursor.horizon()), cursor.stamp()));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == BATCH);
        return expected;
    }
}
