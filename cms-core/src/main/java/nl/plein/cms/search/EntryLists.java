package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.search.IndexCursors.Cursor;
import nl.plein.cms.search.IndexedLists.Hits;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Lists of what is published: filtered, ordered, and paged over one version of the site, whatever happens to the site meanwhile. Without a version asked for it
 * is the one that the index has reached. Read the publications through {@link nl.plein.cms.publishing.Publications#many} with the same viewer and version: it
 * decides once more, so that what was withdrawn a blink ago is left out. The site's agency must be current.
 */
@ApplicationScoped
public class EntryLists {

    private static final List<SortKey> NEWEST_FIRST = List.of(new SortKey("publishedAt", true));

    @Inject
    PublicationIndex index;

    @Inject
    IndexedLists lists;

    @Inject
    OldLists oldLists;

    @Inject
    SearchFollower follower;

    @Inject
    Moments moments;

    @Inject
    ContentTypes types;

    @Inject
    Cursors cursors;

    /**
     * @throws Invalid {@code unknown-type}, {@code unknown-field}, {@code bad-filter}, {@code bad-sort}, {@code bad-cursor}, {@code expired-cursor}, {@code
     *     unknown-version}, {@code past-too-far}, {@code too-expensive}
     * @throws Stale {@code index-behind} if the version asked for is newer than what the index reaches within two seconds
     */
    public ListPage list(SiteRef site, Viewer viewer, ListRequest request) {
        String hash = request.hash(site.id().value());
        Optional<ListCursor> cursor = request.cursor().map(c -> ListCursor.open(c, hash, cursors));
        Selection selection = selection(request);
        List<SortKey> sort = request.sort().map(SortKey::parse).orElse(NEWEST_FIRST);
        long version = cursor.map(ListCursor::version).orElseGet(() -> version(site, request));
        if (version < horizon(site)) {
            return oldLists.list(site, viewer, version, request, cursor, hash);
        }
        Hits hits = lists.page(
                site,
                viewer,
                version,
                selection,
                sort,
                cursor.map(ListCursor::place),
                request.pageSize(),
                request.count());
        List<UUID> publications =
                hits.places().stream().map(Keyset::id).map(UUID::fromString).toList();
        Optional<String> next = Optional.of(hits)
                .filter(Hits::more)
                .map(h -> Keyset.written(h.places().get(h.places().size() - 1)))
                .map(place -> new ListCursor(version, place).sign(hash, cursors));
        return new ListPage(publications, version, next, hits.total());
    }

    /**
     * How far the lists of a site are.
     *
     * @param version that lists speak of which name none
     * @param index   names the documents, which are made again when content types change
     */
    public record Reached(long version, String index) {}

    /** @return empty while the index is being made for these content types */
    public Optional<Reached> reached(SiteId site, long model) {
        return index.cursors()
                .of(site)
                .filter(cursor -> cursor.model().equals(Long.toString(model)))
                .map(cursor -> new Reached(cursor.position(), cursor.stamp()));
    }

    /** Whether a list names other entries by title or slug, so that it follows from those too, of whatever type they are. */
    public boolean namesOthers(ListRequest request) {
        Selection selection = selection(request);
        return selection
                .filter()
                .filter(filter ->
                        !FilterQuery.targetNames(filter, selection.fields()).isEmpty())
                .isPresent();
    }

    private Selection selection(ListRequest request) {
        List<ContentType> asked = request.types().isEmpty()
                ? types.all()
                : request.types().stream().map(types::get).toList();
        List<IndexedField> fields = new ArrayList<>();
        asked.stream().filter(type -> !type.isBlock()).forEach(type -> fields.addAll(TypeFields.of(type)));
        return new Selection(
                request.types(),
                request.locale(),
                request.path(),
                request.filter().map(FilterParser::parse),
                request.words(),
                new KnownFields(fields));
    }

    /** The version to read at, which the index has reached. */
    private long version(SiteRef site, ListRequest request) {
        catchUpWithModel(site);
        IndexCursors reached = index.cursors();
        request.minVersion().ifPresent(wanted -> reached.await(site.id(), wanted, VisiblePublications.BUDGET));
        if (request.version().isEmpty() && request.at().isEmpty()) {
            return reached.position(site.id());
        }
        long wanted = request.version().isPresent()
                ? moments.at(site.id(), request.version().getAsLong()).version()
                : moments.at(site.id(), request.at().get()).version();
        long position = reached.await(site.id(), wanted, VisiblePublications.BUDGET);
        if (position < wanted) {
            throw new Stale(
                    "index-behind",
                    "Lists have reached version " + position + " of this site, not yet " + wanted
                            + ": ask again in a moment.");
        }
        return wanted;
    }

    private void catchUpWithModel(SiteRef site) {
        Optional<Cursor> cursor = index.cursors().of(site.id());
        if (cursor.isPresent() && !cursor.get().model().equals(Long.toString(types.version()))) {
            follower.modelChanged(site.id());
        }
    }

    private long horizon(SiteRef site) {
        return index.cursors().of(site.id()).map(Cursor::horizon).orElse(0L);
    }
}
