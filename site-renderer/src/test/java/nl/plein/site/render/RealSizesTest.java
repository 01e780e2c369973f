package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.plein.site.check.SiteCheck;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.tree.OutFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites of the sizes of the two that are imported for real, made of simple posts. */
class RealSizesTest {
    private static final int TAGS = 25;

    @TempDir
    Path out;

    @ParameterizedTest
    @ValueSource(ints = {318, 1214})
    void every_post_has_its_page_and_every_link_leads_somewhere(int posts) throws IOException {
        ScriptedSite site = aSiteOf(posts);
        try (SiteCopy copy = Samples.copyOf(site)) {
            Summary summary = new SiteRenderer(Samples.theme("plain"))
                    .renderInto(new OutFolder(out), copy, site, Audience.EVERYONE, Options.usual());
            assertThat(summary.pages()).isGreaterThan(posts + TAGS);
            assertThat(summary.warnings()).isEmpty();
        }
        assertThat(new SiteCheck(out, "", SiteCheck.USUAL_BUDGET).findings()).isEmpty();
    }

    private static ScriptedSite aSiteOf(int posts) {
        ScriptedSite site = new ScriptedSite().inPagesOf(500).next();
        for (int i = 0; i < TAGS; i++) {
            site.entry("tag" + i, "tag", "/onderwerpen/t" + i, Map.of("title", "Onderwerp " + i));
        }
        for (int i = 0; i < posts; i++) {
            String day = "20" + (10 + i % 15) + "-" + (10 + i % 3) + "-" + (10 + i % 19);
            String body = "<p>Het plein nummer " + i + ".</p><h2>Meer</h2><p><a data-entry=\"post" + (i * 7 % posts)
                    + "\">verder</a></p>";
            site.entry(
                    "post" + i,
                    "news",
                    "/nieuws/" + i,
                    Map.of(
                            "title",
                            "Bericht " + i,
                            "date",
                            day,
                            "body",
                            body,
                            "tags",
                            List.of(Map.of("entry", "tag" + i % TAGS))));
        }
        return site;
    }
}
