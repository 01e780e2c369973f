package nl.plein.cms.content;

import static nl.plein.cms.content.AContent.fields;
import static nl.plein.cms.content.AContent.news;
import static nl.plein.cms.content.AContent.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class EntriesTest {

    @Parameter
    Plein plein;

    AContent content;

    @BeforeEach
    void fill() {
        content = AContent.on(plein);
        plein.clock().set(Instant.parse("2026-03-03T10:00:00Z"));
    }

    @Test
    void a_new_entry_has_a_draft_at_the_path_of_its_type() {
        Written.Saved saved = content.create(news("De Märkt is open"));

        assertThat(saved.path()).isEqualTo("/nieuws/2026/de-markt-is-open");
        Draft draft = draft(saved.key());
        assertThat(draft.path()).isEqualTo(saved.path());
        assertThat(draft.type()).isEqualTo("news");
        assertThat(draft.title()).isEqualTo("De Märkt is open");
        assertThat(draft.revision()).isEqualTo(saved.revision());
        assertThat(draft.audience()).isEqualTo(Audience.EVERYONE);
        assertThat(draft.firstPublishedAt()).isNull();
    }

    @Test
    void an_entry_of_one_agency_is_invisible_to_another() {
        Written.Saved saved = content.create(news("Van ons"));
        SiteRef other = plein.aSite();

        plein.inAgency(other.agency(), () -> {
            assertThat(entries().find(content.id(), saved.key().entry())).isEmpty();
            assertThat(entries().count(content.id())).isZero();
            assertThat(plein.get(DraftsForPublishing.class).of(content.id(), List.of(saved.key())))
                    .isEmpty();
            assertThat(refusal(() -> plein.get(CreateEntry.class).perform(content.id(), news("Van hen"))))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void the_date_of_an_entry_gives_its_year_and_the_first_day_otherwise() {
        NewEntry old = NewEntry.of("news", "nl", Json.parse("{\"title\":\"Oud\",\"date\":\"2019-05-06\"}"));
        assertThat(content.create(old).path()).isEqualTo("/nieuws/2019/oud");
        assertThat(content.create(NewEntry.of("news", "en", fields("Hello", "")))
                        .path())
                .isEqualTo("/en/news/2026/hello");
    }

    @Test
    void an_entry_without_a_page_has_no_path() {
        assertThat(content.create(NewEntry.of("tag", "nl", Json.parse("{\"title\":\"Water\"}")))
                        .path())
                .isEmpty();
        assertThat(content.create(NewEntry.of("tag", "nl", Json.parse("{\"title\":\"Water\"}")))
                        .path())
                .isEmpty();
    }

    @Test
    void pages_lie_under_their_parent() {
        EntryId about = content.create(page("Over ons")).key().entry();
        EntryId team = content.create(page("Team").under(about)).key().entry();
        assertThat(content.create(page("An").under(team)).path()).isEqualTo("/over-ons/team/an");
    }

    @Test
    void a_taken_path_is_refused_or_gets_a_number() {
        content.create(news("Feest"));
        assertThat(refusal(() -> content.create(news("Feest"))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("/nieuws/2026/feest");
        Written.Saved second = content.create(news("Feest").numberedIfTaken());
        assertThat(second.path()).isEqualTo("/nieuws/2026/feest-2");
        assertThat(second.numbered()).isTrue();
    }

    @Test
    void one_path_may_hold_a_page_for_everyone_and_one_for_colleagues() {
        assertThat(content.create(page("Home").at("/")).path()).isEqualTo("/");
        assertThat(content.create(page("Home").at("/").forAudience(Audience.AGENCY))
                        .path())
                .isEqualTo("/");
        assertThat(content.create(NewEntry.of("page", "en", fields("Home", "")).at("/"))
                        .path())
                .isEqualTo("/en");
    }

    @Test
    void a_reserved_path_is_refused() {
        for (String path : List.of("/delivery", "/Preview/x", "/.well-known/a", "/manage", "/en", "/en/x")) {
            assertThat(refusal(() -> content.create(page("x").at(path))))
                    .as(path)
                    .isInstanceOf(Invalid.class);
        }
        assertThat(content.create(page("x").at("/deliveries")).path()).isEqualTo("/deliveries");
    }

    @Test
    void what_can_be_no_draft_is_refused_with_findings() {
        Refusal refused =
                refusal(() -> content.create(NewEntry.of("news", "nl", Json.parse("{\"title\":5,\"boddy\":\"x\"}"))));
        assertThat(refused.code()).isEqualTo("invalid-payload");
        assertThat(refused.findings())
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactlyInAnyOrder("/fields/title wrong-type", "/fields/boddy unknown-field");
        assertThat(refused.findings().toString()).contains("body, date, facts, image, parts, tags, title");
        assertThat(refusal(() -> content.create(NewEntry.of("quote", "nl", fields("x", ""))))
                        .code())
                .isEqualTo("block-not-entry");
        assertThat(refusal(() -> content.create(NewEntry.of("news", "fr", fields("x", ""))))
                        .code())
                .isEqualTo("unknown-locale");
        assertThat(refusal(() -> content.create(news("x").withSlug("Niet Goed")))
                        .message())
                .contains("niet-goed");
        assertThat(refusal(() -> content.create(
                                NewEntry.of("news", "nl", fields("x", "<p>" + "y".repeat(1_048_570) + "</p>"))))
                        .code())
                .isEqualTo("payload-too-large");
    }

    @Test
    void rich_text_is_in_normal_form_wherever_it_stands() {
        Written.Saved saved = content.create(
                NewEntry.of(
                        "news",
                        "nl",
                        Json.parse(
                                """
                        {"title":"T","body":"<b onclick=x>a</b>","parts":[{"type":"quote","fields":{"words":"<script>1</script>b","by":null}}],
                         "facts":[{"text":"<h1>c</h1>"}]}""")));
        assertThat(draft(saved.key()).payload())
                .isEqualTo(
                        Json.parse(
                                """
                                {"title":"T","body":"<p><strong>a</strong></p>",
                                 "parts":[{"id":"b1","type":"quote","fields":{"words":"<p>b</p>"}}],"facts":[{"text":"<h2>c</h2>"}]}"""));
    }

    @Test
    void hundreds_of_entries_are_written_at_once_and_again_without_doubles() {
        List<NewEntry> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(news("Bericht " + i % 290).from("posts/" + i + ".md").numberedIfTaken());
        }
        all.add(NewEntry.of("news", "nl", Json.parse("{\"title\":[]}")).from("posts/broken.md"));

        List<Written> first = write(all);
        assertThat(first.get(300)).isInstanceOf(Written.Refused.class);
        assertThat(outcomes(first)).containsOnly(Written.Outcome.CREATED).hasSize(300);
        assertThat(first.stream().filter(w -> w instanceof Written.Saved s && s.numbered()))
                .hasSize(10);

        assertThat(outcomes(write(all))).containsOnly(Written.Outcome.UNCHANGED);

        all.set(
                7,
                NewEntry.of("news", "nl", fields("Bericht 7", "<p>Nieuw</p>")).from("posts/7.md"));
        assertThat(outcomes(write(all)).get(7)).isEqualTo(Written.Outcome.UPDATED);
        plein.inAgency(content.site.agency(), () -> {
            assertThat(entries().count(content.id())).isEqualTo(300);
            assertThat(entries().findByOrigin(content.id(), "posts/7.md")).isPresent();
            assertThat(entries().findByOrigins(content.id(), List.of("posts/1.md", "x")))
                    .containsOnlyKeys("posts/1.md");
        });
    }

    @Test
    void an_import_may_bring_parents_translations_and_moves() {
        List<Written> written = write(List.of(
                page("Gids").from("gids/index.md"),
                page("Hoofdstuk").from("gids/1.md").underOrigin("gids/index.md"),
                NewEntry.of("page", "en", fields("Guide", "")).from("gids/index.md")));
        assertThat(written)
                .extracting(w -> ((Written.Saved) w).path())
                .containsExactly("/gids", "/gids/hoofdstuk", "/en/guide");
        assertThat(outcomes(written).get(2)).isEqualTo(Written.Outcome.TRANSLATED);

        Written moved = write(List.of(page("Gids").from("gids/index.md").at("/handboek")))
                .get(0);
        assertThat(((Written.Saved) moved).path()).isEqualTo("/handboek");
    }

    private List<Written> write(List<NewEntry> entries) {
        return plein.inAgency(
                content.site.agency(), () -> plein.get(WriteEntries.class).perform(content.id(), entries));
    }

    private static List<Written.Outcome> outcomes(List<Written> written) {
        return written.stream()
                .filter(Written.Saved.class::isInstance)
                .map(w -> ((Written.Saved) w).outcome())
                .toList();
    }

    private Entries entries() {
        return plein.get(Entries.class);
    }

    private Draft draft(TranslationKey key) {
        return plein.inAgency(content.site.agency(), () -> plein.get(DraftsForPublishing.class)
                .of(content.id(), List.of(key))
                .get(0));
    }

    static Refusal refusal(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("was not refused");
    }
}
