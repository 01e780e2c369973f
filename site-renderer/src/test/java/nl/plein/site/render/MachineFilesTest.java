package nl.plein.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.model.Audience;
import nl.plein.site.testkit.Samples;
import nl.plein.site.testkit.ScriptedSite;
import nl.plein.site.tree.OutFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines read of a site, read by the libraries of others. */
class MachineFilesTest {
    private static final String LONG =
            "Één middag; met koffie, thee en \\ — voor wie méér wil weten over het riool, de bomen en de bankjes in de Hoven.\n\nTot dan!";

    @TempDir
    Path out;

    private final ScriptedSite site = new ScriptedSite();

    @Test
    void an_event_is_put_in_a_calendar() throws IOException {
        site.next().entry("e1", "event", "/agenda/markt", anEvent("Markt", "2026-04-01T19:30:00+02:00"));
        render();

        ICalendar calendar = calendar("agenda/markt/event.ics");
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("Markt");
        assertThat(event.getDescription().getValue())
                .startsWith("Één middag; met koffie, thee en \\ —")
                .endsWith("Tot dan!");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-04-01T17:30:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-04-01T19:00:00Z"));
        assertThat(event.getLocation().getValue()).isEqualTo("Plein 1, Stad");
        assertThat(event.getUrl().getValue()).isEqualTo("https://stad.example/agenda/markt");
        assertThat(Files.readAllLines(out.resolve("agenda/markt/event.ics")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void a_list_of_events_is_a_calendar_to_follow_and_a_list_of_news_is_not() throws IOException {
        site.next()
                .entry("e1", "event", "/agenda/a", anEvent("A", "2026-04-01T19:30:00+02:00"))
                .entry("e2", "event", "/agenda/b", anEvent("B", "2026-05-01"))
                .entry("n1", "news", "/nieuws/n", Map.of("date", "2026-03-01"));
        render();

        assertThat(calendar("agenda/calendar.ics").getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("B", "A");
        assertThat(calendar("agenda/calendar.ics")
                        .getEvents()
                        .get(0)
                        .getDateStart()
                        .getValue()
                        .hasTime())
                .isFalse();
        assertThat(out.resolve("nieuws/calendar.ics")).doesNotExist();
    }

    @Test
    void what_does_not_say_when_it_begins_is_no_event() throws IOException {
        site.next().entry("e1", "event", "/agenda/a", Map.of("start", "binnenkort"));
        render();
        assertThat(out.resolve("agenda/a/index.html")).exists();
        assertThat(out.resolve("agenda/a/event.ics")).doesNotExist();
    }

    @Test
    void a_feed_is_read_as_atom() throws Exception {
        site.next()
                .entry("n1", "news", "/nieuws/een", Map.of("date", "2026-03-01", "title", "Eén & twee"))
                .entry("n2", "news", "/nieuws/twee", Map.of("date", "2026-03-02", "body", "<p>Tekst &lt;b&gt;</p>"));
        render();

        SyndFeed feed = new SyndFeedInput()
                .build(new XmlReader(out.resolve("nieuws/feed.xml").toFile()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).extracting(entry -> entry.getTitle()).containsExactly("n2", "Eén & twee");
        assertThat(feed.getEntries().get(1).getLink()).isEqualTo("https://stad.example/nieuws/een");
        assertThat(feed.getEntries().get(0).getPublishedDate().toInstant())
                .isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Test
    void who_finds_a_leak_learns_whom_to_tell() throws IOException {
        site.next()
                .part(
                        "setting",
                        "security",
                        Map.of(
                                "contact",
                                List.of("mailto:lek@stad.example", "javascript:alert(1)"),
                                "policy",
                                "/beleid"));
        render();
        assertThat(Files.readString(out.resolve(".well-known/security.txt")))
                .contains("Contact: mailto:lek@stad.example\n")
                .contains("Expires: 2027-02-28T23:59:59Z\n")
                .contains("Preferred-Languages: nl\n")
                .contains("Canonical: https://stad.example/.well-known/security.txt\n")
                .doesNotContain("javascript");

        site.next().part("setting", "security", Map.of());
        assertThat(render().removed()).isEqualTo(1);
        assertThat(out.resolve(".well-known/security.txt")).doesNotExist();
    }

    @Test
    void a_plain_web_server_can_answer_as_ours() throws IOException {
        site.next()
                .part("redirect", "/oud.html", Map.of("to", "/nieuw"))
                .part("redirect", "/weg", Map.of("status", 410))
                .part("redirect", "/raar\"; return 200", Map.of("to", "/nieuw"));
        render();
        assertThat(Files.readString(out.resolve("_plein/hosts/nginx.conf")))
                .contains("error_page 404 \"/404.html\";\n")
                .contains("location = \"/oud.html\" { return 308 \"/nieuw\"; }\n")
                .contains("location = \"/weg\" { return 410; }\n")
                .doesNotContain("raar");
        assertThat(Files.readString(out.resolve("_plein/hosts/apache.conf")))
                .contains("ErrorDocument 410 \"/410.html\"\n")
                .contains("RedirectMatch 308 \"^/oud\\.html$\" \"/nieuw\"\n")
                .contains("RedirectMatch 410 \"^/weg$\"\n")
                .doesNotContain("raar");
    }

    private static Map<String, Object> anEvent(String title, String start) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("summary", LONG);
        fields.put("start", start);
        fields.put("end", start.replace("19:30", "21:00"));
        fields.put("location", Map.of("label", "Plein 1, Stad", "lat", 52.1, "lon", 5.1));
        return fields;
    }

    private ICalendar calendar(String file) throws IOException {
        ICalendar calendar = Biweekly.parse(Files.readString(out.resolve(file))).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        return calendar;
    }

    private Summary render() throws IOException {
        site.part("setting", "site", Map.of("canonicalHost", "stad.example", "name", "Stad"));
        try (SiteCopy copy = Samples.copyOf(site)) {
            return new SiteRenderer(Samples.theme("plain"))
                    .renderInto(new OutFolder(out), copy, site, Audience.EVERYONE, Options.usual());
        }
    }
}
