package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.SiteState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullTextTest {

    private static final SiteRef SITE = new SiteRef(
            SiteId.of("woorden"),
            AgencyId.of("gemeente"),
            1,
            SiteState.OPEN,
            "Woorden",
            "Europe/Amsterdam",
            List.of("nl", "en", "de"));

    @TempDir
    static Path folder;

    private final PublicationIndex index = new PublicationIndex();
    private final IndexedSearch search = new IndexedSearch();
    private final Map<UUID, String> titles = new HashMap<>();

    @BeforeAll
    void fill() {
        index.settings = name -> name.equals("plein.data") ? Optional.of(folder.toString()) : Optional.empty();
        search.visible = new VisiblePublications();
        search.visible.index = index;
        search.visible.bulkhead = new Bulkhead();
        search.lists = new IndexedLists();
        index.write(
                List.of(
                        document(
                                "nl",
                                "Vergunningen voor de markt",
                                "Wie op de markt wil staan, vraagt een vergunning aan bij de gemeente."),
                        document(
                                "nl",
                                "Huizen in de Dorpsstraat",
                                "Er komen brieven over de bomen en de wegen. Ook over cafés <b>niet</b> & zo."),
                        document("nl", "Raadsleden", "De leden van de raad, met hun ideeën over zeeën en kinderen."),
                        document(
                                "en",
                                "Market permits",
                                "Applying for a permit: the council's permitting office is open on markets' days."),
                        document("de", "Straße", "Der Café am Platz.")),
                List.of());
    }

    @AfterAll
    void close() {
        index.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "vergunning, Vergunningen voor de markt",
        "huis, Huizen in de Dorpsstraat",
        "brief boom, Huizen in de Dorpsstraat",
        "weg, Huizen in de Dorpsstraat",
        "cafe, Huizen in de Dorpsstraat|Straße",
        "raadslid, Raadsleden",
        "idee zee kind, Raadsleden",
        "gemeentelijke, Vergunningen voor de markt",
        "permits, Market permits",
        "market permit, Market permits",
        "strasse, Straße",
        "dorps*, Huizen in de Dorpsstraat",
        "markt -vergunning, ''",
        "'de vergunning van een gemeente', Vergunningen voor de markt",
        "'\"vraagt een vergunning\"', Vergunningen voor de markt",
        "'\"vergunning vraagt\"', ''",
        "onvindbaar, ''"
    })
    void words_are_found_in_any_form_of_their_language(String words, String expected) {
        List<String> found = search.page(SITE, Viewer.PUBLIC, 1, SearchRequest.of(words), 0).publications().stream()
                .map(titles::get)
                .sorted()
                .toList();

        assertThat(String.join("|", found)).isEqualTo(expected);
    }

    @Test
    void a_title_counts_for_more_than_a_text() {
        var hits = search.page(SITE, Viewer.PUBLIC, 1, SearchRequest.of("markt"), 0)
                .publications();
        assertThat(titles.get(hits.get(0))).isEqualTo("Vergunningen voor de markt");
    }

    @Test
    void nothing_that_can_be_typed_breaks_it() {
        for (String odd : List.of(
                "*",
                "\"",
                "-",
                "+ |",
                "((((",
                "a\\",
                "~2",
                "\u0000",
                "AND OR NOT",
                "x".repeat(200),
                "****",
                "\"*\"",
                "'",
                "😀",
                "a* ".repeat(60).strip())) {
            search.page(
                    SITE,
                    Viewer.PUBLIC,
                    1,
                    new SearchRequest(
                            odd.length() > 200 ? odd.substring(0, 200) : odd,
                            List.of(),
                            Optional.empty(),
                            10,
                            Optional.empty(),
                            true,
                            OptionalLong.empty()),
                    0);
        }
    }

    private IndexedPublication document(String locale, String title, String text) {
        UUID id = UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        titles.put(id, title);
        String language = Language.of(locale).code();
        Map<String, Object> d = new HashMap<>(Map.of(
                "agency",
                SITE.agency().value(),
                "site",
                SITE.id().value(),
                "id",
                id.toString(),
                "audience",
                "everyone",
                "shown-to",
                "everyone",
                "from",
                1L,
                "to",
                Long.MAX_VALUE,
                "language",
                language));
        Documents.ofId(id, d);
        d.put("readers", IndexedPublication.readers(SITE.agency(), SITE.id(), "everyone", "everyone"));
        d.put("title-" + language, title);
        d.put("text-" + language, title + "\n" + text);
        return new IndexedPublication(id.toString(), d);
    }
}
