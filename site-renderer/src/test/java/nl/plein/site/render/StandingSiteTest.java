package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.testkit.MemoryBlobs;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.tree.TreeDiff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is made again. That it is the right bytes, {@link StandingSiteIT} shows. */
class StandingSiteTest {
    private static final int NEWS = 300;

    private final ScriptedSite site = new ScriptedSite().inPagesOf(500);
    private final MemoryBlobs blobs = new MemoryBlobs();
    private final StandingSite standing = new StandingSite(new SiteRenderer(Samples.theme("curious")), Options.usual());
    private final SiteCopy copy = SiteCopy.inMemory();
    private Optional<String> live = Optional.empty();

    @BeforeEach
    void a_site_of_news() {
        site.next();
        for (int i = 0; i < NEWS; i++) {
            news(i, "Bericht " + i, "<p>Tekst</p>");
        }
        render();
    }

    @AfterEach
    void close() {
        copy.close();
    }

    @Test
    void nothing_new_makes_nothing() {
        site.next();
        Rendered again = render();
        assertThat(again.summary().pages()).isZero();
        assertThat(again.trees().get("everyone").files().changed()).isEmpty();
    }

    @Test
    void a_sentence_more_makes_one_page() {
        site.next();
        news(150, "Bericht 150", "<p>Tekst en meer</p>");
        Rendered edited = render();
        assertThat(edited.summary().pages()).isEqualTo(1);
        assertThat(changed(edited).changed())
                .contains("/nieuws/150/index.html")
                .allMatch(path ->
                        path.equals("/nieuws/150/index.html") || path.endsWith(".json") || path.endsWith("feed.xml"));
    }

    @Test
    void a_title_makes_its_page_and_the_lists_that_show_it() {
        site.next();
        news(150, "Een andere titel", "<p>Tekst</p>");
        Rendered edited = render();
        assertThat(edited.summary().pages()).isBetween(2, 5);
    }

    @Test
    void the_oldest_that_goes_leaves_nearly_all_pages_of_the_list() {
        site.next().withdraw("n1000");
        Rendered fewer = render();
        assertThat(changed(fewer).removed()).contains("/nieuws/0/index.html");
        assertThat(changed(fewer).changed()).contains("/nieuws/page/1/index.html");
        assertThat(changed(fewer).changed()).doesNotContain("/nieuws/page/3/index.html");
    }

    @Test
    void another_name_of_the_site_makes_everything() {
        site.next().part("setting", "site", Map.of("name", "Anders"));
        assertThat(render().summary().pages()).isGreaterThan(NEWS);
    }

    @Test
    void a_page_that_can_not_be_made_is_made_when_it_can() {
        String before = live.orElseThrow();
        site.next().entry("e", "event", "/agenda/e", Map.of("title", "E", "date", "geen dag"));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::render).isInstanceOf(RenderFailed.class);
        }
        site.next().entry("e", "event", "/agenda/e", Map.of("title", "E", "date", "2026-04-01"));
        Rendered mended = render();
        assertThat(changed(mended).made()).contains("/agenda/e/index.html");
        assertThat(mended.root()).isNotEqualTo(before);
    }

    @Test
    void what_was_lost_from_the_store_is_made_again() {
        blobs.all.clear();
        site.next();
        news(1, "Bericht 1", "<p>Nieuw</p>");
        try {
            render();
        } catch (UncheckedIOException lost) {
            render();
        }
        Rendered whole = render();
        try (SiteCopy fresh = Samples.copyOf(site)) {
            assertThat(new SiteRenderer(Samples.theme("curious"))
                            .render(fresh, site, new MemoryBlobs(), Options.usual())
                            .root())
                    .isEqualTo(whole.root());
        }
    }

    private static TreeDiff changed(Rendered rendered) {
        return rendered.trees().get("everyone").files();
    }

    private void news(int number, String title, String body) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("body", body);
        fields.put("date", "20" + (10 + number / 28) + "-01-" + (1 + number % 28 < 10 ? "0" : "") + (1 + number % 28));
        fields.put("tags", List.of());
        site.entry("n" + (1000 + number), "news", "/nieuws/" + number, fields);
    }

    private Rendered render() {
        new Sync(site, copy).toNewest();
        Rendered rendered = standing.render(copy, site, blobs, live);
        live = Optional.of(rendered.root());
        return rendered;
    }
}
