package nl.plein.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
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

    private static final int TYPES_TOGETHER = 1_000;

    /** What each selection of types can be asked. */
    private final Cache<Asked, KnownFields> fields =
            Caffeine.newBuilder().maximumSize(TYPES_TOGETHER).build();

    private record Asked(AgencyId agency, long model, List<String> types) {}

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
        Selection selection = selection(site, request);
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
        List<UUID> publications = hits.places().stream().map(Keyset::id).toList();
        Optional<String> next = Optional.of(hits)
                .filter(Hits::more)
                .map(h -> Keyset.written(h.places().get(h.places().size() - 1)))
                .map(place -> new ListCursor(version, place).sign(hash, cursors));
        boolean namesOthers = selection
                .filter()
                .filter(filter ->
                        !FilterQuery.targetNames(filter, selection.fields()).isEmpty())
                .isPresent();
        return new ListPage(publications, version, next, hits.total(), namesOthers);
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

    private Selection selection(SiteRef site, ListRequest request) {
        var asked = new Asked(site.agency(), types.version(), request.types());
        return new Selection(
                request.types(),
                request.locale(),
                request.path(),
                request.filter().map(FilterParser::parse),
                request.words(),
                Objects.requireNonNull(fields.get(asked, this::fieldsOf)));
    }

    private KnownFields fieldsOf(Asked asked) {
        List<ContentType> of = asked.types().isEmpty()
                ? types.all()
                : asked.types().stream().map(types::get).toList();
        return new KnownFields(of.stream()
                .filter(type -> !type.isBlock())
                .flatMap(type -> TypeFields.of(type).stream())
                .toList());
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
