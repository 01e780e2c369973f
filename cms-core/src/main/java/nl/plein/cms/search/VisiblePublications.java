package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.SiteRef;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The only way from a viewer to the index: adds agency, site, audience and version to every question, and the time it may take. An architecture test forbids
 * other ways.
 */
@ApplicationScoped
class VisiblePublications {

    static final Duration BUDGET = Duration.ofSeconds(2);

    /** Questions that are answered at a time. More would only wait for each other's processors, and all be late. */
    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    @Inject
    PublicationIndex index;

    /**
     * @param where  null for everything that the viewer may see
     * @param offset how many hits to skip
     * @param total  whether to count all hits, at the price of looking at them all
     */
    record Question<P>(
            SearchProjection<P> select,
            @Nullable SearchPredicate where,
            SearchSort order,
            int offset,
            int limit,
            boolean total) {}

    /** @throws Invalid {@code too-expensive} after two seconds */
    <P> SearchResult<P> ask(
            SiteRef site, Viewer viewer, long version, Function<SearchScope<IndexedPublication>, Question<P>> asking) {
        turns.acquireUninterruptibly();
        try (SearchSession session = index.session()) {
            SearchScope<IndexedPublication> scope = session.scope(IndexedPublication.class);
            Question<P> question = asking.apply(scope);
            var query = session.search(scope)
                    .select(question.select())
                    .where(visible(scope.predicate(), site, viewer, version, question.where()))
                    .sort(question.order())
                    .failAfter(BUDGET.toMillis(), TimeUnit.MILLISECONDS);
            if (!question.total()) {
                query = query.totalHitCountThreshold(question.offset() + question.limit());
            }
            return query.fetch(question.offset(), question.limit());
        } catch (SearchTimeoutException e) {
            throw new Invalid(
                    "too-expensive",
                    "This question takes longer than " + BUDGET.toSeconds()
                            + " seconds: name a type, a locale or a narrower filter.");
        } finally {
            turns.release();
        }
    }

    private static SearchPredicate visible(
            SearchPredicateFactory ask, SiteRef site, Viewer viewer, long version, @Nullable SearchPredicate where) {
        var audiences = viewer.audiences().stream().map(Audience::value).toList();
        if (audiences.isEmpty()) {
            return ask.matchNone().toPredicate();
        }
        var all = ask.bool()
                .filter(ask.range().field(IndexedPublication.FROM).atMost(version))
                .filter(ask.range().field(IndexedPublication.TO).greaterThan(version));
        if (viewer.mayReadHistory()) {
            all = all.filter(ask.match()
                            .field(IndexedPublication.AGENCY)
                            .matching(site.agency().value()))
                    .filter(ask.match()
                            .field(IndexedPublication.SITE)
                            .matching(site.id().value()))
                    .filter(ask.terms().field(IndexedPublication.AUDIENCE).matchingAny(audiences));
        } else {
            all = all.filter(ask.terms().field(IndexedPublication.READERS).matchingAny(readers(site, audiences)));
        }
        return (where == null ? all : all.must(where)).toPredicate();
    }

    private static List<String> readers(SiteRef site, List<String> audiences) {
        return audiences.stream()
                .flatMap(audience -> audiences.stream()
                        .map(shownTo -> IndexedPublication.readers(site.agency(), site.id(), audience, shownTo)))
                .toList();
    }
}
