package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.IndexedLists.Hits;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Lists of what is published: filtered, ordered, and paged over one version of the site, whatever happens to the site meanwhile. Without a version asked for
 * it is the one that the index has reached.
 */
@ApplicationScoped
public class EntryLists {

    private static final List<SortKey> NEWEST_FIRST = List.of(new SortKey("publishedAt", true));

    @Inject
    PublicationIndex index;

    @Inject
    IndexedLists lists;

    @Inject
    ShownNow shown;

    @Inject
    Cursors cursors;

    /** @throws Invalid {@code unknown-type}, {@code unknown-field}, {@code bad-filter}, {@code bad-sort}, {@code bad-cursor}, {@code expired-cursor},
     *     {@code unknown-version}, {@code past-too-far}, {@code too-expensive} */
    public ListPage list(SiteRef site, Viewer viewer, ListRequest request) {
        String hash = request.hash(site.id().value());
        Optional<ListCursor> cursor = request.cursor().map(c -> ListCursor.open(c, hash, cursors));
        request.minVersion().ifPresent(v -> index.cursors().await(site.id(), v, VisiblePublications.BUDGET));
        long version =
                cursor.map(ListCursor::version).orElseGet(() -> index.cursors().position(site.id()));
        List<SortKey> sort = request.sort().map(SortKey::parse).orElse(NEWEST_FIRST);
        Selection selection = new Selection(
                request.types(),
                request.locale(),
                request.path(),
                request.filter().map(FilterParser::parse),
                request.words(),
                new KnownFields(List.of()));
        Hits hits = lists.page(
                site,
                viewer,
                version,
                selection,
                sort,
                cursor.map(ListCursor::place),
                request.pageSize(),
                request.count());
        List<UUID> ids =
                hits.places().stream().map(Keyset::id).map(UUID::fromString).toList();
        Optional<String> next = Optional.of(hits)
                .filter(Hits::more)
                .map(h -> Keyset.written(h.places().get(h.places().size() - 1)))
                .map(place -> new ListCursor(version, place).sign(hash, cursors));
        return new ListPage(shown.only(ids, id -> id, site, viewer, version), version, next, hits.total());
    }
}
