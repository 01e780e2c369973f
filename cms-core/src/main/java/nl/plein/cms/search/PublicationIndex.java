package nl.plein.cms.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Settings;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The index of this node: one folder for all agencies and sites. It holds nothing that the database does not, so whatever is wrong with the folder at the
 * start, it is thrown away and filled again.
 */
@ApplicationScoped
public class PublicationIndex {

    /** After the tables, before the followers. */
    static final int AFTER_MIGRATIONS = 150;

    /** Raised when documents change their shape: an index of another format is made anew. */
    private static final int FORMAT = 2;

    /** Each question looks into every segment; fewer of them cost a little more writing. */
    private static final int FEW_SEGMENTS = 4;

    private static final System.Logger LOG = System.getLogger(PublicationIndex.class.getName());

    @Inject
    Settings settings;

    private volatile @Nullable CloseableSearchMapping mapping;
    private @Nullable IndexCursors cursors;

    void start(@Observes @Priority(AFTER_MIGRATIONS) Startup event) {
        open();
    }

    @PreDestroy
    void stop() {
        CloseableSearchMapping open = mapping;
        if (open != null) {
            mapping = null;
            open.close();
        }
    }

    IndexCursors cursors() {
        open();
        return java.util.Objects.requireNonNull(cursors);
    }

    /** Writes and drops documents in one commit; when this returns they are on disk and found. */
    void write(Collection<IndexedPublication> documents, Collection<String> dropped) {
        if (documents.isEmpty() && dropped.isEmpty()) {
            return;
        }
        try (SearchSession session = session()) {
            session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync());
            documents.forEach(session.indexingPlan()::addOrUpdate);
            dropped.forEach(id -> session.indexingPlan().purge(IndexedPublication.class, id, null));
        }
    }

    /** Writes the index anew without what was dropped, so that not a byte of it is left on disk. Takes long; for erasures. */
    void scrub() {
        try (SearchSession session = session()) {
            session.workspace(IndexedPublication.class).mergeSegments();
            session.workspace(IndexedPublication.class).flush();
            session.workspace(IndexedPublication.class).refresh();
        }
    }

    SearchSession session() {
        return open().createSession();
    }

    /** In whose words questions are written. */
    SearchScope<IndexedPublication> scope() {
        return open().scope(IndexedPublication.class);
    }

    /** All documents as they are now; to be closed. */
    IndexReader reader() {
        return scope().extension(LuceneExtension.get()).openIndexReader();
    }

    /** The words of a text as the index knows those of its language, in the order of the text. */
    WordPlaces words(Language language, String text) {
        IntStream.Builder hashes = IntStream.builder();
        IntStream.Builder starts = IntStream.builder();
        IntStream.Builder ends = IntStream.builder();
        try (TokenStream words = analyzer(language).tokenStream("", text)) {
            var word = words.getAttribute(TermToBytesRefAttribute.class);
            var place = words.getAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                hashes.add(word.getBytesRef().hashCode());
                starts.add(place.startOffset());
                ends.add(place.endOffset());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordPlaces(
                hashes.build().toArray(), starts.build().toArray(), ends.build().toArray());
    }

    private Analyzer analyzer(Language language) {
        return open().backend()
                .unwrap(LuceneBackend.class)
                .analyzer(language.code())
                .orElseThrow();
    }

    /** How many fields and templates of fields the index maps; fields of content types add none. */
    public int mappedFields() {
        return open().indexManager("publication").descriptor().staticFields().size() + IndexedPublication.TEMPLATES;
    }

    /** Throws the whole index away, cursors included; followers fill it again. */
    synchronized void clear() {
        stop();
        cursors = null;
        delete(folder());
        open();
    }

    private SearchMapping open() {
        CloseableSearchMapping open = mapping;
        return open != null ? open : openOnce();
    }

    private synchronized SearchMapping openOnce() {
        CloseableSearchMapping open = mapping;
        if (open == null) {
            open = openOrMakeAnew();
            mapping = open;
        }
        return open;
    }

    private CloseableSearchMapping openOrMakeAnew() {
        if (!Files.isRegularFile(identity()) || !read(identity()).startsWith(kind())) {
            delete(folder());
        }
        CloseableSearchMapping opened;
        try {
            opened = build();
        } catch (RuntimeException broken) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search index can't be opened; it is made anew from the database",
                    broken);
            delete(folder());
            opened = build();
        }
        if (!Files.isRegularFile(identity())) {
            write(identity(), kind() + UUID.randomUUID());
        }
        cursors = new IndexCursors(folder().resolve("cursors"), read(identity()));
        return opened;
    }

    private CloseableSearchMapping build() {
        LuceneAnalysisConfigurer analysers = Language::analysers;
        return SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedPublication.class))
                .properties(Map.of(
                        "hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations",
                        false,
                        "hibernate.search.mapping.build_missing_discovered_jandex_indexes",
                        false,
                        "hibernate.search.backend.type",
                        "lucene",
                        "hibernate.search.backend.lucene_version",
                        "9.12.3",
                        "hibernate.search.backend.directory.type",
                        "local-filesystem",
                        "hibernate.search.backend.directory.root",
                        folder().toString(),
                        "hibernate.search.backend.analysis.configurer",
                        analysers,
                        "hibernate.search.backend.io.merge.factor",
                        FEW_SEGMENTS,
                        "hibernate.search.schema_management.strategy",
                        "create-or-validate"))
                .build();
    }

    private Path folder() {
        return settings.dataFolder().resolve("index");
    }

    /** An index of before a restore is of another database, and one of another format can't be read. */
    private String kind() {
        Path restored = settings.dataFolder().resolve("restored.json");
        return FORMAT + " "
                + (Files.isRegularFile(restored) ? Hashes.sha256(read(restored)).substring(0, 16) : "-") + " ";
    }

    /** Lies among Lucene's own files, so that it can't outlive them. */
    private Path identity() {
        return folder().resolve("publication").resolve("plein-index");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
