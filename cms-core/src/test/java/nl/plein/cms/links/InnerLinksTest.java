package nl.plein.cms.links;

import static org.assertj.core.api.Assertions.assertThat;

import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Links that lead within a site. */
@OnEveryDatabase
class InnerLinksTest {

    @Parameter
    Plein plein;

    private Writer writer;

    @BeforeEach
    void open() {
        writer = new Writer(plein);
    }

    @Test
    void a_link_to_the_path_of_a_page_or_a_redirect_is_left_alone() {
        writer.publishes(writer.writes("Markt", "<p>x</p>"));
        writer.room.redirect("/oud", "/nieuws/markt");

        assertThat(writer.codes(linking("/nieuws/markt"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/markt/"))).isEmpty();
        assertThat(writer.codes(linking("/oud"))).isEmpty();
    }

    @Test
    void a_path_where_only_pages_lie_and_none_does_is_found() {
        TranslationKey draft = linking("/nieuws/nooit-geschreven");

        assertThat(writer.found(draft)).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("page-missing");
            assertThat(reason.pointer()).isEqualTo("/body");
            assertThat(reason.severity()).isEqualTo(Severity.WARNING);
            assertThat(reason.words().nl())
                    .isEqualTo("De link “hier verder” leidt naar /nieuws/nooit-geschreven, en daar is geen pagina:"
                            + " verbeter het adres of haal de link weg.");
        });
    }

    @Test
    void lists_feeds_and_files_that_only_a_theme_knows_are_left_alone() {
        assertThat(writer.codes(linking("/"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/page/2"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/feed.xml"))).isEmpty();
        assertThat(writer.codes(linking("/zoeken?q=markt"))).isEmpty();
        assertThat(writer.codes(linking("mailto:info@voorbeeldstad.example"))).isEmpty();
        assertThat(writer.codes(linking("tel:14030"))).isEmpty();
    }

    @Test
    void a_page_that_was_taken_away_is_told_apart_from_one_that_waits() {
        TranslationKey gone = writer.writes("Weg", "<p>x</p>");
        writer.publishes(gone);
        writer.room.unpublish(gone.entry());
        writer.writes("Wacht", "<p>x</p>");

        assertThat(writer.codes(linking("/nieuws/weg"))).containsExactly("page-gone");
        assertThat(writer.codes(linking("/nieuws/wacht"))).containsExactly("target-not-published");
    }

    @Test
    void a_path_that_not_all_readers_may_see_is_found() {
        writer.publishes(writer.writes("Binnen", "<p>x</p>", Audience.AGENCY));

        assertThat(writer.codes(linking("/nieuws/binnen"))).containsExactly("target-for-fewer");
        assertThat(writer.codes(writer.writes("Collega", link("/nieuws/binnen"), Audience.AGENCY)))
                .isEmpty();
    }

    @Test
    void an_address_of_the_site_s_own_host_is_a_path() {
        plein.get(AddHostname.class)
                .perform(writer.room.id(), Hostname.of(writer.room.id() + ".example"), AddHostname.Rank.ALIAS);

        assertThat(writer.codes(linking("https://" + writer.room.id() + ".example/nieuws/nergens")))
                .containsExactly("page-missing");
        assertThat(writer.codes(linking("https://elders.example/nieuws/nergens")))
                .isEmpty();
    }

    @Test
    void a_part_that_the_target_does_not_have_is_found() {
        TranslationKey target =
                writer.writes("Parkeren", "<h2>Kosten in 2026</h2><p id=\"bezwaar\">x</p><h2>Kosten in 2026</h2>");
        writer.publishes(target);

        assertThat(writer.codes(linking("/nieuws/parkeren#kosten-in-2026"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/parkeren#kosten-in-2026-2"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/parkeren#bezwaar"))).isEmpty();
        assertThat(writer.codes(linking("/nieuws/parkeren#tarieven"))).containsExactly("part-missing");
        assertThat(writer.codes(toEntry(target, "bezwaar"))).isEmpty();
        assertThat(writer.found(toEntry(target, "tarieven")))
                .extracting(Reason::code, reason -> reason.words().en())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "part-missing",
                        "The link “hier verder” leads to “tarieven”, a part that the page does not have: choose another"
                                + " part or lead to the whole page."));
    }

    @Test
    void a_part_of_the_draft_itself_is_looked_for_in_the_draft() {
        String body = "<h2>Wat kost het?</h2><p>Zie <a href=\"#%s\">hier verder</a>.</p>";

        assertThat(writer.codes(writer.writes("Een", body.formatted("wat-kost-het"))))
                .isEmpty();
        assertThat(writer.codes(writer.writes("Twee", body.formatted("_contents"))))
                .isEmpty();
        assertThat(writer.codes(writer.writes("Drie", body.formatted("wie-helpt"))))
                .containsExactly("part-missing");
    }

    @Test
    void link_fields_are_looked_at_too() {
        TranslationKey draft = writer.writesLinkField("Bericht", "/nieuws/nergens");

        assertThat(writer.found(draft)).singleElement().satisfies(reason -> {
            assertThat(reason.pointer()).isEqualTo("/more");
            assertThat(reason.words().nl()).startsWith("De link “Meer hierover” leidt naar /nieuws/nergens");
        });
    }

    private TranslationKey linking(String href) {
        return writer.writes("Bericht", link(href));
    }

    private TranslationKey toEntry(TranslationKey target, String part) {
        return writer.writes(
                "Bericht",
                "<p>Lees <a data-entry=\"" + target.entry() + "\" href=\"#" + part + "\">hier verder</a>.</p>");
    }

    private static String link(String href) {
        return "<p>Lees <a href=\"" + href + "\">hier verder</a>.</p>";
    }
}
