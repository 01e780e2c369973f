package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.search.SearchPage.Hit;
import nl.plein.cms.search.VisiblePublications.Question;
import nl.plein.cms.tenancy.SiteRef;
import org.hibernate.search.engine.search.highlighter.SearchHighlighter;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;

/** Answers searches by words from the index, for a version that it holds. */
@ApplicationScoped
class IndexedSearch {

    private static final int EXCERPTS = 3;
    private static final KnownFields NO_FIELDS = new KnownFields(List.of());

    @Inject
    VisiblePublications visible;

    @Inject
    IndexedLists lists;

    /** @param more whether there are hits after these */
    record Found(List<Hit> hits, boolean more, OptionalLong total) {}

    Found page(SiteRef site, Viewer viewer, long version, SearchRequest request, int offset) {
        SearchResult<List<?>> found =
                visible.ask(site, viewer, version, scope -> question(scope, site, request, offset));
        return new Found(
                found.hits().stream()
                        .limit(request.pageSize())
                        .map(IndexedSearch::hit)
                        .toList(),
                found.hits().size() > request.pageSize(),
                request.count() ? OptionalLong.of(found.total().hitCount()) : OptionalLong.empty());
    }

    private Question<List<?>> question(
            SearchScope<IndexedPublication> scope, SiteRef site, SearchRequest request, int offset) {
        Selection selection = new Selection(
                request.types(),
                request.locale(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.words()),
                NO_FIELDS);
        return new Question<>(
                highlights(scope),
                lists.predicate(scope.predicate(), site, selection, Map.of()),
                scope.sort().score().then().field(IndexedPublication.ID).toSort(),
                highlighter(scope),
                offset,
                request.pageSize() + 1,
                request.count());
    }

    private static SearchHighlighter highlighter(SearchScope<IndexedPublication> scope) {
        return scope.highlighter()
                .unified()
                .tag("<mark>", "</mark>")
                .encoder(HighlighterEncoder.HTML)
                .numberOfFragments(EXCERPTS)
                .toHighlighter();
    }

    private static SearchProjection<List<?>> highlights(SearchScope<IndexedPublication> scope) {
        List<SearchProjection<?>> wanted = new ArrayList<>();
        wanted.add(scope.projection().id(String.class).toProjection());
        for (Language language : Language.values()) {
            wanted.add(scope.projection()
                    .highlight(IndexedPublication.WORDS_OF_TITLE + language.code())
                    .toProjection());
            wanted.add(scope.projection()
                    .highlight(IndexedPublication.WORDS_OF_TEXT + language.code())
                    .toProjection());
        }
        return scope.projection()
                .composite()
                .from(wanted.toArray(SearchProjection<?>[]::new))
                .asList()
                .toProjection();
    }

    private static Hit hit(List<?> values) {
        Stream.Builder<String> titles = Stream.builder();
        List<String> excerpts = new ArrayList<>();
        for (int language = 0; language < Language.values().length; language++) {
            ((List<?>) values.get(1 + 2 * language)).forEach(title -> titles.add(String.valueOf(title)));
            ((List<?>) values.get(2 + 2 * language)).forEach(text -> excerpts.add(String.valueOf(text)));
        }
        return new Hit(
                UUID.fromString(String.valueOf(values.get(0))), titles.build().findFirst(), excerpts);
    }
}
