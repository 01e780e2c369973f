package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.IndexedLists.Hits;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.SiteState;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the index costs on 10,000 publications; run by {@code cms-core/bench/lists}, not by every build. Figures in
 * microseconds are medians of the asking thread's processor time after a warm-up, so that a busy machine does not blur
 * them; those in milliseconds are wall time.
 */
class ListsBench {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int PUBLICATIONS = 10_000;
    private static final int WORDS = 20_000;
    private static final SiteRef SITE = new SiteRef(
            SiteId.of("meting"),
            AgencyId.of("meting"),
            100,
            SiteState.OPEN,
            "Meting",
            "Europe/Amsterdam",
            List.of("nl"));
    private static final KnownFields FIELDS = new KnownFields(List.of(
            IndexedField.ofType("date", Form.DAY, false),
            IndexedField.ofType("summary", Form.KEYWORD, false),
            IndexedField.ofType("tags", Form.REFERENCE, true),
            IndexedField.ofType("body", Form.WORDS, false)));

    @TempDir
    static Path folder;

    private final Random random = new Random(42);
    private final PublicationIndex index = new PublicationIndex();
    private final IndexedLists lists = new IndexedLists();
    private final IndexedSearch search = new IndexedSearch();
    private final List<String> tags = new ArrayList<>();

    @Test
    void figures() {
        prepare();
        long start = System.nanoTime();
        for (int batch = 0; batch < PUBLICATIONS / 500; batch++) {
            List<IndexedPublication> documents = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                documents.add(document());
            }
            index.write(documents, List.of());
        }
        Proof.figure("index_10k_ms", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            index.write(List.of(document()), List.of());
        }
        Proof.figure("index_one_ms", (System.nanoTime() - start) / 20_000_000);

        figure("list_20_us", () -> page("type eq 'news'", "-publishedAt", Optional.empty()));
        Hits first = page("type eq 'news'", "-publishedAt", Optional.empty());
        String after = Keyset.written(first.places().get(19));
        figure("list_next_20_us", () -> page("type eq 'news'", "-publishedAt", Optional.of(after)));
        figure(
                "filter_us",
                () -> page(
                        "date ge 2025-01-01 and (tags any ('" + tags.get(3) + "', '" + tags.get(9)
                                + "') or not summary startsWith 'woord1')",
                        "-publishedAt,title",
                        Optional.empty()));
        figure("contains_us", () -> page("summary contains 'oord12'", "title", Optional.empty()));
        figure("search_us", () -> search.page(SITE, Viewer.PUBLIC, 100, SearchRequest.of(word(2) + " " + word(4)), 0));
        index.stop();
    }

    private void prepare() {
        index.settings = name -> name.equals("plein.data") ? Optional.of(folder.toString()) : Optional.empty();
        lists.visible = new VisiblePublications();
        lists.visible.index = index;
        lists.visible.bulkhead = new Bulkhead();
        search.visible = lists.visible;
        search.lists = lists;
        for (int i = 0; i < 50; i++) {
            tags.add(id());
        }
    }

    private Hits page(String filter, String sort, Optional<String> after) {
        Selection selection = new Selection(
                List.of(),
                Optional.of("nl"),
                Optional.empty(),
                Optional.of(FilterParser.parse(filter)),
                Optional.empty(),
                FIELDS);
        Hits hits = lists.page(SITE, Viewer.PUBLIC, 100, selection, SortKey.parse(sort), after, 20, false);
        assertThat(hits.places()).hasSize(20);
        return hits;
    }

    private static void figure(String name, Runnable work) {
        for (int i = 0; i < 300; i++) {
            work.run();
        }
        long[] nanos = new long[300];
        for (int i = 0; i < nanos.length; i++) {
            long start = THREAD.getCurrentThreadCpuTime();
            work.run();
            nanos[i] = THREAD.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        Proof.figure(name, nanos[nanos.length / 2] / 1_000);
    }

    private IndexedPublication document() {
        String id = id();
        String title = words(6);
        String text = words(300);
        Map<String, Object> d = new HashMap<>();
        d.putAll(Map.of(
                "agency",
                "meting",
                "site",
                "meting",
                "id",
                id,
                "entry",
                id(),
                "audience",
                "everyone",
                "shown-to",
                "everyone",
                "from",
                1L,
                "to",
                Long.MAX_VALUE));
        d.putAll(Map.of(
                "type",
                List.of("news", "page", "event").get(random.nextInt(3)),
                "locale",
                "nl",
                "language",
                "nl",
                "path",
                "/" + id,
                "slug",
                id));
        d.put("title", Language.keyword(title));
        d.put("title-nl", title);
        d.put("text-nl", text);
        d.put("published-at", Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(200_000_000)));
        d.put("date_date", LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_400)));
        d.put("summary_kw", Language.keyword(words(12)));
        d.put("tags_kws", List.of(tags.get(random.nextInt(50)), tags.get(random.nextInt(10))));
        d.put("body_nl", text);
        d.put("body_kw", Language.keyword(text));
        d.put("present", Set.of("date", "summary", "tags", "body"));
        Documents.ofId(UUID.fromString(id), d);
        d.put("readers", IndexedPublication.readers(SITE.agency(), SITE.id(), "everyone", "everyone"));
        return new IndexedPublication(id, d);
    }

    /** Few words often, many words seldom, as in any language. */
    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(word(4)).append(' ');
        }
        return text.toString();
    }

    /** @param skew the higher, the more often the same few words */
    private String word(int skew) {
        return "woord" + (int) (Math.pow(random.nextDouble(), skew) * WORDS);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
