package nl.plein.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.model.SiteView;
import nl.plein.site.template.OutputGuard;
import nl.plein.site.template.Templates;
import nl.plein.site.testkit.Samples;
import nl.plein.site.theme.SiteTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    private static final String CONTACT = "00000000-0000-7000-8000-000000000005";
    private static final String SECRET = "00000000-0000-7000-8000-000000000006";
    private static final String PICTURE = "00000000-0000-7000-8000-000000000080";

    private final PageScope scope = scope();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>1 &lt; 2 &amp; 3</p>|<p>1 &lt; 2 &amp; 3</p>",
                "<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a></p>|<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a></p>",
                "<p><a href=\"/pad\">x</a></p>|<p><a href=\"/base/pad\">x</a></p>",
                "<p><a href=\"javascript:x\">x</a> y</p>|<p>x y</p>",
                "<h2>Een &amp; twee</h2>|<h2 id=\"een-twee\">Een &amp; twee</h2>",
                "<h2 id=\"own\">x</h2>|<h2 id=\"own\">x</h2>",
                "<script>alert(1)</script>|alert(1)",
                "<p onclick=\"x\" class=\"lead\">x</p>|<p class=\"lead\">x</p>",
                "<aside class=\"callout\" data-kind=\"warning\">x</aside>|<aside class=\"callout\" data-kind=\"warning\">x</aside>",
                "<p style=\"color:red\">x</p>|<p>x</p>",
                "<img src=\"https://far.example/a.png\" alt=\"Foto\">|<a class=\"external-image\" href=\"https://far.example/a.png\">Foto</a>",
                "<p><a href=\"https://a.example/\"><img src=\"https://far.example/a.png\" alt=\"Foto\"></a></p>|<p><a href=\"https://a.example/\">Foto</a></p>",
                "<iframe src=\"x\"></iframe>|``",
                "a < b|a &lt; b",
                "<p|&lt;p"
            })
    void rich_text_becomes(String stored, String shown) {
        assertThat(RichText.html(scope, stored).html()).isEqualTo(shown);
    }

    @Test
    void links_to_entries_get_their_address_or_become_plain_text() {
        String text = "<p><a data-entry=\"" + CONTACT + "\">a</a> <a data-entry=\"" + SECRET + "\">b</a></p>";
        assertThat(RichText.html(scope, text).html()).isEqualTo("<p><a href=\"/base/contact\">a</a> b</p>");
    }

    @Test
    void pictures_get_their_address_and_room() {
        String html = RichText.html(scope, "<img data-asset=\"" + PICTURE + "\" alt=\"De &quot;markt&quot;\">")
                .html();
        assertThat(html)
                .contains("src=\"/base/_plein/media/")
                .contains("width=\"640\" height=\"480\"")
                .contains("alt=\"De &quot;markt&quot;\"");
        assertThat(RichText.html(scope, "<img data-asset=\"unknown\" alt=\"x\">")
                        .html())
                .isEmpty();
    }

    @Test
    void a_file_can_be_linked_to() {
        String html = RichText.html(scope, "<a data-asset=\"" + PICTURE + "\">plan</a>")
                .html();
        assertThat(html).startsWith("<a href=\"/base/_plein/media/").endsWith("\">plan</a>");
    }

    @Test
    void a_table_scrolls_inside_itself_and_is_named() {
        assertThat(RichText.html(scope, "<table><caption>Prijzen &amp; tijden</caption></table>")
                        .html())
                .isEqualTo(
                        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Prijzen &amp; tijden\">"
                                + "<table><caption>Prijzen &amp; tijden</caption></table></div>");
    }

    @Test
    void equal_headings_get_different_ids() {
        assertThat(RichText.html(scope, "<h2>A</h2><h3>A</h3>").html())
                .isEqualTo("<h2 id=\"a\">A</h2><h3 id=\"a-2\">A</h3>");
        assertThat(RichText.contents("<h2>A</h2><h3>A</h3><h5>no</h5>"))
                .extracting(heading -> heading.get("id"))
                .isEqualTo(List.of("a", "a-2"));
    }

    @Test
    void the_contents_lead_to_the_ids_that_headings_have_of_their_own() {
        String text = "<h2 id=\"toc0\">General testing</h2><h2>Toc0</h2><h2 id=\"a&amp;b\">Third</h2>";
        assertThat(RichText.html(scope, text).html()).contains("id=\"toc0\"").contains("id=\"toc0-2\"");
        assertThat(RichText.contents(text))
                .extracting(heading -> heading.get("id"))
                .isEqualTo(List.of("toc0", "toc0-2", "a&b"));
    }

    @Test
    void plain_text_keeps_words_apart_and_is_cut_at_one() {
        assertThat(RichText.plain("<h2>Een</h2><p>twee <b>dr</b>ie &amp; vier</p>", 100))
                .isEqualTo("Een twee drie & vier");
        assertThat(RichText.plain("<p>een twee drie vier</p>", 10)).isEqualTo("een twee…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<a href=\"java&#115;cript:alert(1)\">x</a>",
                "<a href=' javascript:alert(1)'>x</a>",
                "<a href=\"\u0001javascript:alert(1)\">x</a>",
                "<p title='\"><script>alert(1)</script>'>x</p>",
                "<p title=\"a\" \"><script>alert(1)</script>\">x</p>",
                "<<script>script>alert(1)</script>",
                "<p title=\"<script>\">x",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<math><mtext></p><style><!--</style><img src=x onerror=alert(1)>",
                "<a data-entry=\"x\" href=\"javascript:alert(1)\">x</a>",
                "<details open ontoggle=alert(1)>x</details>",
                "</p><script>alert(1)</script><p>",
                "<p/onclick=alert(1)>x"
            })
    void whatever_is_stored_nothing_that_runs_comes_out(String stored) {
        assertThat(OutputGuard.objection(RichText.html(scope, stored).html())).isEmpty();
    }

    private static PageScope scope() {
        try (SiteCopy copy = Samples.copy()) {
            SiteView view = SiteView.of(Site.of(copy), Audience.EVERYONE);
            SiteTheme theme = new SiteTheme(Samples.theme("plain"), java.util.Map.of());
            Edition edition = new Edition(view, theme, new Templates(java.util.Map.of()), new Links("/base", ""));
            Page page = Page.of(Page.Kind.HOME, "/", "nl", "Start");
            return new PageScope(edition, page, view);
        }
    }
}
