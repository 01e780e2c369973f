package nl.plein.cms.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import nl.plein.cms.model.FieldKind;
import org.junit.jupiter.api.Test;

/** What each gate finds in texts as agencies write them, and what it leaves alone. */
class GatesTest {

    @Test
    void a_citizen_service_number_is_found_by_its_eleven_test() {
        assertThat(personal("<p>Mevrouw De Wit (BSN 111222333) vraagt een vergunning.</p>"))
                .containsExactly("citizen-service-number");
        assertThat(personal("<p>Zijn nummer is 1234.56.782.</p>")).containsExactly("citizen-service-number");
        assertThat(personal("<p>Het zaaknummer is 123456789.</p>")).isEmpty();
        assertThat(personal("<p>Bestelnummer Z-2026-111222333-A kostte 111.222.333,50 euro.</p>"))
                .isEmpty();
        assertThat(PersonalData.passesElevenTest("000000000")).isFalse();
    }

    @Test
    void an_account_number_is_found_by_its_check_digits() {
        assertThat(personal("<p>Maak het over op NL91 ABNA 0417 1643 00.</p>")).containsExactly("account-number");
        assertThat(personal("<p>Or to GB29NWBK60161331926819.</p>")).containsExactly("account-number");
        assertThat(personal("<p>Maak het over op NL91 ABNA 0417 1643 01.</p>")).isEmpty();
    }

    @Test
    void mobile_numbers_are_found_and_those_of_desks_are_not() {
        assertThat(personal("<p>Bel Karim op 06-12345678 of +31 6 1234 5678.</p>"))
                .containsExactly("mobile-number", "mobile-number");
        assertThat(personal("<p>Bel de gemeente op 14 030, (030) 286 00 00 of 0800-8051.</p>"))
                .isEmpty();
        assertThat(personal("<p>In 2026 waren er 612345 inwoners.</p>")).isEmpty();
    }

    @Test
    void mail_addresses_of_persons_are_found_and_those_of_desks_are_not() {
        assertThat(personal("<p>Mail k.jansen@voorbeeldstad.nl.</p>")).containsExactly("mail-address");
        assertThat(personal("<p>Mail Jan_de.Wit@voorbeeldstad.nl.</p>")).containsExactly("mail-address");
        assertThat(personal(
                        "<p>Mail info@voorbeeldstad.nl, info.cultuur@voorbeeldstad.nl of algoritmes@minbzk.nl.</p>"))
                .isEmpty();
    }

    @Test
    void what_is_found_is_said_without_repeating_numbers_that_are_secret() {
        assertThat(PersonalData.in(rich("<p>BSN 111222333, NL91ABNA0417164300</p>")))
                .allSatisfy(reason -> {
                    assertThat(reason.words().nl()).doesNotContain("111222333", "NL91ABNA0417164300");
                    assertThat(reason.words().en()).doesNotContain("111222333", "NL91ABNA0417164300");
                    assertThat(reason.pointer()).isEqualTo("/body");
                    assertThat(reason.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @Test
    void a_heading_that_skips_a_level_or_is_empty_is_found() {
        assertThat(accessible("<h2>Aanvragen</h2><h3>Kosten</h3><p>x</p><h2>Bezwaar</h2>"))
                .isEmpty();
        assertThat(accessible("<h2>Aanvragen</h2><h4>Kosten</h4>")).containsExactly("heading-order");
        assertThat(accessible("<h3>Meteen te diep</h3>")).containsExactly("heading-order");
        assertThat(accessible("<h2></h2>")).containsExactly("empty-heading");
    }

    @Test
    void pictures_need_words() {
        assertThat(accessible("<figure><img src=\"/a.jpg\" alt=\"De Kraanbrug in 1930\"></figure>"))
                .isEmpty();
        assertThat(accessible("<figure><img src=\"/a.jpg\" alt=\"\"></figure>")).containsExactly("alt-missing");
        assertThat(accessible("<figure><img src=\"/a.jpg\" alt=\"IMG_2041.jpg\"></figure>"))
                .containsExactly("alt-is-file-name");
    }

    @Test
    void a_link_says_where_it_leads() {
        assertThat(accessible("<p><a href=\"/x\">Vraag een parkeervergunning aan</a></p>"))
                .isEmpty();
        assertThat(accessible(
                        "<p><a href=\"/x\">Klik hier</a>, <a href=\"/x\">Lees meer »</a>, <a href=\"/x\">here</a></p>"))
                .containsExactly("link-text", "link-text", "link-text");
        assertThat(accessible("<p><a href=\"https://a.example\">https://a.example/lang</a></p>"))
                .containsExactly("link-is-address");
        assertThat(accessible("<p><a href=\"/x\"></a></p>")).containsExactly("link-without-text");
        assertThat(accessible("<p><a href=\"/x\"><img src=\"/b.png\" alt=\"Naar de raad\"></a></p>"))
                .isEmpty();
    }

    @Test
    void a_table_has_headers() {
        assertThat(accessible("<table><tr><th>Jaar</th></tr><tr><td>2026</td></tr></table>"))
                .isEmpty();
        assertThat(accessible("<table><tr><td>Jaar</td></tr><tr><td>2026</td></tr></table>"))
                .containsExactly("table-without-headers");
    }

    @Test
    void long_sentences_are_found_in_dutch_and_english() {
        String dutch = "<p>De brug is dicht. Het college heeft besloten dat de werkzaamheden aan de brug, die al in het"
                + " voorjaar waren aangekondigd, pas na de zomer beginnen omdat de aannemer eerst nog de fundering van de"
                + " pijlers moet onderzoeken.</p>";
        String english = "<p>The bridge is closed. The council has decided that the work on the bridge, which had been"
                + " announced in spring, will only begin after the summer because the builder first has to look at the"
                + " foundations of its pillars.</p>";

        assertThat(plain(rich(dutch), "nl")).singleElement().satisfies(reason -> assertThat(
                        reason.words().nl())
                .startsWith("De zin die begint met “Het college heeft besloten dat…” heeft 34 woorden"));
        assertThat(codes(plain(rich(english), "en"))).containsExactly("long-sentence");
        assertThat(plain(rich(english), "fr")).isEmpty();
    }

    @Test
    void office_words_are_found_once_with_a_better_one() {
        assertThat(plain(rich("<p>Indien u dit wilt. Vraag het aan, indien nodig, middels het formulier.</p>"), "nl"))
                .extracting(reason -> reason.words().nl())
                .containsExactly(
                        "“indien” (2×) is kantoortaal: schrijf liever “als”.",
                        "“middels” is kantoortaal: schrijf liever “met, door”.");
        assertThat(codes(plain(rich("<p>Apply prior to 3 May.</p>"), "en"))).containsExactly("office-word");
        assertThat(plain(rich("<p>De conformiteit en de inmiddels <code>indien</code> nieuwe regels.</p>"), "nl"))
                .isEmpty();
    }

    @Test
    void words_of_the_agency_s_own_list_go_before_those_that_everybody_has() {
        var list = new WordList(
                List.of(
                        new WordList.Term("nl", "Gebiedsgericht werken", "samenwerken in de wijk"),
                        new WordList.Term("nl", "indien", "als of wanneer"),
                        new WordList.Term("fr", "nonobstant", "malgré")),
                List.of());

        assertThat(PlainLanguage.in(
                        List.of(rich("<p>Indien wij gebiedsgericht werken, middels gebiedsgericht-werken-plus.</p>")),
                        "nl-NL",
                        list))
                .extracting(reason -> reason.words().nl())
                .containsExactly(
                        "“indien” is kantoortaal: schrijf liever “als of wanneer”.",
                        "“gebiedsgericht werken” is kantoortaal: schrijf liever “samenwerken in de wijk”.",
                        "“middels” is kantoortaal: schrijf liever “met, door”.");
        assertThat(codes(PlainLanguage.in(List.of(rich("<p>Nonobstant la pluie.</p>")), "fr", list)))
                .containsExactly("office-word");
    }

    @Test
    void an_abbreviation_is_explained_where_it_is_used_first() {
        var list = new WordList(
                List.of(),
                List.of(
                        new WordList.Abbreviation("nl", "WOZ", "waardering onroerende zaken"),
                        new WordList.Abbreviation("en", "WOZ", "real estate value")));
        Texts title = Texts.of("/title", FieldKind.TEXT, "Uw WOZ-waarde");

        assertThat(PlainLanguage.in(
                        List.of(title, rich("<p>De WOZ-waarde staat op de brief.</p><p>De WOZ.</p>")), "nl", list))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("abbreviation");
                    assertThat(reason.pointer()).isEqualTo("/body");
                    assertThat(reason.words().nl())
                            .isEqualTo("“WOZ” wordt niet uitgelegd: schrijf de eerste keer"
                                    + " “waardering onroerende zaken (WOZ)”.");
                });
        for (String explained : List.of(
                "<p>De <abbr title=\"waardering onroerende zaken\">WOZ</abbr>-waarde.</p><p>De WOZ.</p>",
                "<p>De Waardering onroerende zaken (WOZ) is nieuw.</p><p>De WOZ.</p>",
                "<p>De woz of de WOZA, <code>WOZ</code>.</p>")) {
            assertThat(PlainLanguage.in(List.of(title, rich(explained)), "nl", list))
                    .isEmpty();
        }
        assertThat(codes(PlainLanguage.in(
                        List.of(rich("<p>De WOZ.</p><p>De waardering onroerende zaken (WOZ).</p>")), "nl", list)))
                .containsExactly("abbreviation");
    }

    @Test
    void list_items_and_cells_are_no_single_sentence() {
        String items = "<ul>" + "<li><p>een paspoort of kaart</p></li>".repeat(12) + "</ul>";

        assertThat(plain(rich(items), "nl")).isEmpty();
    }

    @Test
    void texts_without_markup_are_read_line_by_line() {
        Texts text = Texts.of("/summary", FieldKind.LONG_TEXT, "Mail k.jansen@voorbeeldstad.nl\n<h4>geen kop</h4>");

        assertThat(codes(PersonalData.in(text))).containsExactly("mail-address");
        assertThat(Accessibility.in(text)).isEmpty();
    }

    @Test
    void texts_that_are_made_to_take_long_are_read_in_seconds() {
        for (String part : List.of("a.", "@a.", "!", "1", "1 ", "NL91 ", "06-", "a ", "<h2>", "<a href=\"/x\">")) {
            Texts text = rich("<p><a href=\"/x\">k.j@" + part.repeat(200_000 / part.length()) + "x</a></p>");

            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                PersonalData.in(text);
                Accessibility.in(text);
                plain(text, "nl");
            });
        }
    }

    private static List<String> personal(String html) {
        return codes(PersonalData.in(rich(html)));
    }

    private static List<String> accessible(String html) {
        return codes(Accessibility.in(rich(html)));
    }

    private static List<Reason> plain(Texts text, String locale) {
        return PlainLanguage.in(List.of(text), locale, WordList.EMPTY);
    }

    private static Texts rich(String html) {
        return Texts.of("/body", FieldKind.RICH_TEXT, html);
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}
