package nl.plein.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a site that some readers may see at a version, all or those of some types, a locale, a language. Segments
 * of an index never change, so which of a segment's they are is found out once, and kept as long as questions of that version
 * come: without that, each question would look at every document of the site several times. What was deleted since is left
 * out by whoever reads the segment.
 */
final class VisibleDocuments extends Query {

    private final Which which;
    private final Known known;

    VisibleDocuments(Which which, Known known) {
        this.which = which;
        this.known = known;
    }

    /**
     * @param readers as {@link IndexedPublication#readers} names them, in order
     * @param among   of which each document must have a value
     */
    record Which(List<String> readers, long version, List<Column> among) {

        Which {
            among = List.copyOf(among);
        }
    }

    /** Values of a field that few questions differ in. */
    record Column(String field, List<String> values) {

        Column {
            values = List.copyOf(values);
        }
    }

    /** What was found out lately, in at most a sixty-fourth of the memory that Java may use. */
    static final class Known {

        private final Cache<Asked, DocIdSet> sets = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / 64)
                .weigher((Asked asked, DocIdSet set) -> 200 + (int) Math.min(set.ramBytesUsed(), 1 << 30))
                .expireAfterAccess(Duration.ofMinutes(1))
                .build();

        private record Asked(IndexReader.CacheKey segment, Which which) {}

        private DocIdSet of(LeafReader segment, Which which) throws IOException {
            IndexReader.CacheHelper same = segment.getCoreCacheHelper();
            if (same == null) {
                return find(segment, which);
            }
            try {
                return Objects.requireNonNull(sets.get(new Asked(same.getKey(), which), asked -> {
                    try {
                        return find(segment, which);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private static DocIdSet find(LeafReader segment, Which which) throws IOException {
        Terms terms = segment.terms(IndexedPublication.READERS);
        if (terms == null) {
            return DocIdSet.EMPTY;
        }
        List<FixedBitSet> among = new ArrayList<>();
        for (Column column : which.among()) {
            among.add(of(segment, column));
        }
        long version = which.version();
        var found = new DocIdSetBuilder(segment.maxDoc());
        TermsEnum term = terms.iterator();
        for (String some : which.readers()) {
            if (term.seekExact(new BytesRef(some))) {
                DocIdSetBuilder.BulkAdder add = found.grow(term.docFreq());
                PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
                SortedNumericDocValues from = DocValues.getSortedNumeric(segment, IndexedPublication.FROM);
                SortedNumericDocValues to = DocValues.getSortedNumeric(segment, IndexedPublication.TO);
                for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
                    if (areAll(among, at)
                            && from.advanceExact(at)
                            && from.nextValue() <= version
                            && to.advanceExact(at)
                            && version < to.nextValue()) {
                        add.add(at);
                    }
                }
            }
        }
        return found.build();
    }

    private static boolean areAll(List<FixedBitSet> among, int document) {
        for (FixedBitSet some : among) {
            if (!some.get(document)) {
                return false;
            }
        }
        return true;
    }

    private static FixedBitSet of(LeafReader segment, Column column) throws IOException {
        var found = new FixedBitSet(segment.maxDoc());
        for (String value : column.values()) {
            PostingsEnum documents = segment.postings(new Term(column.field(), value), PostingsEnum.NONE);
            if (documents != null) {
                found.or(documents);
            }
        }
        return found;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                DocIdSetIterator documents = known.of(segment.reader(), which).iterator();
                return documents == null ? null : new ConstantScoreScorer(this, score(), mode, documents);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return which.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisibleDocuments same && same.which.equals(which);
    }

    @Override
    public int hashCode() {
        return which.hashCode();
    }
}
