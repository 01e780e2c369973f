package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.search.VisiblePublications.Question;
import nl.plein.cms.tenancy.SiteRef;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Answers searches by words from the index, for a version that it holds. */
@ApplicationScoped
class IndexedSearch {

    private static final KnownFields NO_FIELDS = new KnownFields(List.of());

    @Inject
    VisiblePublications visible;

    @Inject
    IndexedLists lists;

    /** @param more whether there are hits after these */
    record Found(List<UUID> publications, boolean more, OptionalLong total) {}

    Found page(SiteRef site, Viewer viewer, long version, SearchRequest request, int offset) {
        int end = offset + request.pageSize();
        VisiblePublications.Found found =
                visible.ask(site, viewer, version, ask -> question(ask, site, request, end + 1));
        return new Found(
                found.hits().stream()
                        .skip(offset)
                        .limit(request.pageSize())
                        .map(hit -> Keyset.id(hit.values()))
                        .toList(),
                found.hits().size() > end,
                request.count() ? OptionalLong.of(found.total()) : OptionalLong.empty());
    }

    private Question question(SearchPredicateFactory ask, SiteRef site, SearchRequest request, int limit) {
        Selection selection = new Selection(
                request.types(),
                request.locale(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.words()),
                NO_FIELDS);
        return new Question(
                lists.predicate(ask, site, selection, Map.of()),
                lists.among(site, selection),
                IndexOrder.byMatch(Keyset.TIES),
                limit,
                request.count());
    }
}
