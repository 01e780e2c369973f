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
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;

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
        SearchResult<String> found =
                visible.ask(site, viewer, version, scope -> question(scope, site, request, offset));
        return new Found(
                found.hits().stream()
                        .limit(request.pageSize())
                        .map(UUID::fromString)
                        .toList(),
                found.hits().size() > request.pageSize(),
                request.count() ? OptionalLong.of(found.total().hitCount()) : OptionalLong.empty());
    }

    private Question<String> question(
            SearchScope<IndexedPublication> scope, SiteRef site, SearchRequest request, int offset) {
        Selection selection = new Selection(
                request.types(),
                request.locale(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.words()),
                NO_FIELDS);
        return new Question<>(
                scope.projection().id(String.class).toProjection(),
                lists.predicate(scope.predicate(), site, selection, Map.of()),
                scope.sort()
                        .score()
                        .then()
                        .field(IndexedPublication.ID_HIGH)
                        .then()
                        .field(IndexedPublication.ID_LOW)
                        .toSort(),
                offset,
                request.pageSize() + 1,
                request.count());
    }
}
