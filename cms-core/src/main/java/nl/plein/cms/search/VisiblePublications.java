package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.VisibleDocuments.Column;
import nl.plein.cms.search.VisibleDocuments.Which;
import nl.plein.cms.tenancy.SiteRef;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * The only way from a viewer to the index: adds agency, site, audience and version to every question, and the time it may take. An architecture test forbids
 * other ways. Questions are written in the words of Hibernate Search and put to Lucene itself, which does the same in a fraction of the time: hits are told by the
 * values that they are ordered by, and not one document is unpacked for that.
 */
@ApplicationScoped
class VisiblePublications {

    static final Duration BUDGET = Duration.ofSeconds(2);

    private final VisibleDocuments.Known known = new VisibleDocuments.Known();

    @Inject
    PublicationIndex index;

    @Inject
    Bulkhead bulkhead;

    /**
     * @param among  what few questions differ in: asked for here, it costs nothing most times
     * @param order  of the hits; its values tell what a hit is
     * @param limit  of hits
     * @param total  whether to count all hits, at the price of looking at them all
     * @param stored which texts of each hit are wanted besides; each hit costs unpacking a document then
     */
    record Question(
            SearchPredicate where, List<Column> among, IndexOrder order, int limit, boolean total, Set<String> stored) {

        Question {
            among = List.copyOf(among);
            stored = Set.copyOf(stored);
        }

        Question(SearchPredicate where, List<Column> among, IndexOrder order, int limit, boolean total) {
            this(where, among, order, limit, total, Set.of());
        }
    }

    /** @param values in the steps of the order, as {@link IndexOrder} reads them */
    record Hit(List<?> values, Stored stored) {}

    /** Texts of a document, by field. */
    interface Stored {
        List<String> of(String field);
    }

    /** @param total of all hits if it was asked for, else any number */
    record Found(List<Hit> hits, long total) {}

    /** @throws Invalid {@code too-expensive} after two seconds */
    Found ask(SiteRef site, Viewer viewer, long version, Function<SearchPredicateFactory, Question> asking) {
        return bulkhead.pass(() -> askNow(site, viewer, version, asking));
    }

    private Found askNow(SiteRef site, Viewer viewer, long version, Function<SearchPredicateFactory, Question> asking) {
        try (IndexReader reader = index.reader()) {
            Question question = asking.apply(index.scope().predicate());
            Query query = new BooleanQuery.Builder()
                    .add(visible(site, viewer, version, question.among()), BooleanClause.Occur.FILTER)
                    .add(LuceneMigrationUtils.toLuceneQuery(question.where()), BooleanClause.Occur.MUST)
                    .build();
            return ask(new IndexSearcher(reader), query, question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found ask(IndexSearcher searcher, Query query, Question question) throws IOException {
        searcher.setQueryCache(null);
        searcher.setTimeout(new QueryTimeoutImpl(BUDGET.toMillis()));
        TopFieldDocs found = searcher.search(
                query,
                new TopFieldCollectorManager(
                        question.order().sort(),
                        question.limit(),
                        question.order().after(),
                        question.total() ? Integer.MAX_VALUE : question.limit(),
                        false));
        if (searcher.timedOut()) {
            throw new Invalid(
                    "too-expensive",
                    "This question takes longer than " + BUDGET.toSeconds()
                            + " seconds: name a type, a locale or a narrower filter.");
        }
        List<Hit> hits = new ArrayList<>(found.scoreDocs.length);
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc one : found.scoreDocs) {
            Stored texts = question.stored().isEmpty() ? field -> List.of() : texts(one.doc, stored, question.stored());
            hits.add(new Hit(question.order().read(((FieldDoc) one).fields), texts));
        }
        return new Found(hits, found.totalHits.value);
    }

    private static Stored texts(int document, StoredFields stored, Set<String> which) throws IOException {
        Document texts = stored.document(document, which);
        return field -> Arrays.asList(texts.getValues(field));
    }

    private Query visible(SiteRef site, Viewer viewer, long version, List<Column> among) {
        List<String> audiences =
                viewer.audiences().stream().map(Audience::value).sorted().toList();
        if (audiences.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        return viewer.mayReadHistory()
                ? ofHistory(site, audiences, version, among)
                : new VisibleDocuments(new Which(readers(site, audiences), version, among), known);
    }

    private static Query ofHistory(SiteRef site, List<String> audiences, long version, List<Column> among) {
        var all = new BooleanQuery.Builder()
                .add(
                        LongPoint.newRangeQuery(IndexedPublication.FROM, Long.MIN_VALUE, version),
                        BooleanClause.Occur.FILTER)
                .add(
                        LongPoint.newRangeQuery(IndexedPublication.TO, version + 1, Long.MAX_VALUE),
                        BooleanClause.Occur.FILTER)
                .add(term(IndexedPublication.AGENCY, site.agency().value()), BooleanClause.Occur.FILTER)
                .add(term(IndexedPublication.SITE, site.id().value()), BooleanClause.Occur.FILTER)
                .add(any(new Column(IndexedPublication.AUDIENCE, audiences)), BooleanClause.Occur.FILTER);
        among.forEach(column -> all.add(any(column), BooleanClause.Occur.FILTER));
        return all.build();
    }

    private static Query any(Column column) {
        return new TermInSetQuery(
                column.field(), column.values().stream().map(BytesRef::new).toList());
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static List<String> readers(SiteRef site, List<String> audiences) {
        return audiences.stream()
                .flatMap(audience -> audiences.stream()
                        .map(shownTo -> IndexedPublication.readers(site.agency(), site.id(), audience, shownTo)))
                .toList();
    }
}
