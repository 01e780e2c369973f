package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.plein.cms.kernel.SiteId;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** All documents of a site, seen by nobody in particular: for upkeep and audit, never for an answer. */
@ApplicationScoped
class IndexContents {

    private static final int CHUNK = 1_000;

    @Inject
    PublicationIndex index;

    /** Hash of what each document says, by publication id. */
    Map<String, String> hashes(SiteId site, long horizon) {
        return read(site, ask -> ask.range()
                .field(IndexedPublication.TO)
                .greaterThan(horizon)
                .toPredicate());
    }

    /** Ids of documents that no version from {@code horizon} on shows. */
    List<String> closedBy(SiteId site, long horizon) {
        return List.copyOf(read(site, ask -> ask.range()
                        .field(IndexedPublication.TO)
                        .atMost(horizon)
                        .toPredicate())
                .keySet());
    }

    /** Ids of documents that a rebuild did not write. */
    List<String> notOf(SiteId site, String stamp) {
        return List.copyOf(read(site, ask -> ask.not(
                                ask.match().field(IndexedPublication.STAMP).matching(stamp))
                        .toPredicate())
                .keySet());
    }

    List<String> all(SiteId site) {
        return List.copyOf(read(site, ask -> ask.matchAll().toPredicate()).keySet());
    }

    private Map<String, String> read(SiteId site, Function<SearchPredicateFactory, SearchPredicate> which) {
        Map<String, String> found = new HashMap<>();
        try (SearchSession session = index.session()) {
            SearchScope<IndexedPublication> scope = session.scope(IndexedPublication.class);
            var query = session.search(scope)
                    .select(scope.projection()
                            .composite()
                            .from(
                                    scope.projection().id(String.class).toProjection(),
                                    scope.projection()
                                            .field(IndexedPublication.CONTENT)
                                            .toProjection())
                            .asList()
                            .toProjection())
                    .where(scope.predicate()
                            .bool()
                            .filter(scope.predicate()
                                    .match()
                                    .field(IndexedPublication.SITE)
                                    .matching(site.value()))
                            .filter(which.apply(scope.predicate()))
                            .toPredicate());
            try (SearchScroll<List<?>> scroll = query.scroll(CHUNK)) {
                for (SearchScrollResult<List<?>> chunk = scroll.next(); chunk.hasHits(); chunk = scroll.next()) {
                    chunk.hits().forEach(hit -> found.put(String.valueOf(hit.get(0)), String.valueOf(hit.get(1))));
                }
            }
        }
        return found;
    }
}
