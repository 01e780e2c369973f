package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.ChangeType;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.Newsroom;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnDatabase
class EntryListsTest {

    static final Viewer COLLEAGUE =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY), false);
    static final Viewer ARCHIVIST = new Viewer(Optional.empty(), COLLEAGUE.audiences(), true);

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        define(
                room,
                """
                {"key":"news","name":{"nl":"Nieuws"},"kind":"entry","titleField":"title","fields":[
                  {"key":"title","kind":"text","name":{"nl":"Titel"}},
                  {"key":"body","kind":"richText","name":{"nl":"Tekst"}},
                  {"key":"rank","kind":"number","name":{"nl":"Rang"}}]}""");
    }

    @Test
    void every_kind_of_field_can_be_asked() {
        define(
                room,
                """
                {"key":"quote","name":{"nl":"Citaat"},"kind":"block","fields":[{"key":"words","kind":"longText","name":{"nl":"Woorden"}}]}""");
        define(
                room,
                """
                {"key":"all","name":{"nl":"Alles"},"kind":"entry","titleField":"title","fields":[
                  {"key":"title","kind":"text","name":{"nl":"x"}},{"key":"long","kind":"longText","name":{"nl":"x"}},
                  {"key":"rich","kind":"richText","name":{"nl":"x"}},{"key":"number","kind":"number","name":{"nl":"x"}},
                  {"key":"yes","kind":"boolean","name":{"nl":"x"}},{"key":"day","kind":"date","name":{"nl":"x"}},
                  {"key":"moment","kind":"dateTime","name":{"nl":"x"}},{"key":"choice","kind":"select","name":{"nl":"x"},"options":[{"value":"a","label":{"nl":"A"}}]},
                  {"key":"tags","kind":"tags","name":{"nl":"x"}},{"key":"one","kind":"reference","name":{"nl":"x"}},
                  {"key":"many","kind":"references","name":{"nl":"x"}},{"key":"picture","kind":"asset","name":{"nl":"x"}},
                  {"key":"place","kind":"location","name":{"nl":"x"}},{"key":"link","kind":"link","name":{"nl":"x"}},
                  {"key":"colour","kind":"colour","name":{"nl":"x"}},{"key":"data","kind":"json","name":{"nl":"x"}},
                  {"key":"blocks","kind":"blocks","name":{"nl":"x"}},
                  {"key":"address","kind":"group","name":{"nl":"x"},"fields":[{"key":"city","kind":"text","name":{"nl":"x"}}]},
                  {"key":"prices","kind":"groups","name":{"nl":"x"},"fields":[{"key":"amount","kind":"number","name":{"nl":"x"}}]}]}""");
        EntryId tag = Newsroom.anEntry();
        publish(room, tag, "Schoon Water", "{\"title\":\"Schoon Water\"}");
        UUID picture = UUID.randomUUID();
        JsonNode payload = Json.parse(
                """
                {"title":"Alles bij elkaar","long":"Eerste regel","rich":"<p>De <strong>brieven</strong> komen.</p>","number":3.5,"yes":true,
                 "day":"2026-03-03","moment":"2026-03-03T23:30:00+01:00","choice":"a","tags":[{"entry":"%1$s"}],"one":{"entry":"%1$s"},
                 "many":[{"entry":"%1$s"}],"picture":{"asset":"%2$s","alt":"Een brug"},"place":{"lat":52.1,"lon":5.1,"label":"Stadhuis"},
                 "link":{"href":"https://example.org/a","label":"Voorbeeld"},"colour":"#ff0000","data":{"x":1},
                 "blocks":[{"id":"b1","type":"quote","fields":{"words":"Onvergetelijke zinnen"}}],
                 "address":{"city":"Voorbeeldstad"},"prices":[{"amount":5},{"amount":9}]}"""
                        .formatted(tag, picture));
        long version = room.publish(
                        Newsroom.anEntry(), "all", "nl", Audience.EVERYONE, "/alles", "Alles bij elkaar", payload)
                .version();

        for (String filter : List.of(
                "title eq 'alles BIJ elkaar'",
                "title contains 'bij'",
                "long contains 'regel'",
                "long startsWith 'eerste'",
                "rich contains 'brief'",
                "number gt 3 and number le 3.5",
                "yes eq true",
                "day eq 2026-03-03",
                "moment eq 2026-03-03",
                "moment lt 2026-03-03T22:31:00Z",
                "choice in ('b','a')",
                "tags any 'schoon water'",
                "tags any ('schoon-water')",
                "tags any '" + tag + "'",
                "one eq 'Schoon Water'",
                "many in ('schoon-water')",
                "picture eq '" + picture + "'",
                "place.label eq 'stadhuis'",
                "place.lat gt 52",
                "link startsWith 'https://'",
                "link.label eq 'voorbeeld'",
                "colour eq '#FF0000'",
                "data ne null",
                "blocks ne null",
                "address.city eq 'voorbeeldstad'",
                "prices.amount gt 8",
                "prices.amount eq 5",
                "fields.title contains 'elkaar'",
                "path eq '/alles'",
                "publishedAt le 2100-01-01",
                "type eq 'all' and locale eq 'nl'")) {
            assertThat(titles(
                            room,
                            ListRequest.builder()
                                    .type("all")
                                    .filter(filter)
                                    .minVersion(version)
                                    .build()))
                    .as(filter)
                    .containsExactly("Alles bij elkaar");
        }
        for (String sort : List.of(
                "title",
                "-long",
                "rich",
                "number",
                "-yes",
                "day",
                "moment",
                "choice",
                "one",
                "place.lat",
                "link",
                "colour",
                "address.city")) {
            assertThat(titles(room, ListRequest.builder().type("all").sort(sort).build()))
                    .as(sort)
                    .hasSize(1);
        }
        assertThat(titles(
                        room, ListRequest.builder().words("onvergetelijk brug").build()))
                .containsExactly("Alles bij elkaar");
    }

    @Test
    void a_list_waits_for_the_version_that_its_reader_has_just_written() {
        for (int i = 1; i <= 20; i++) {
            long version = publish(room, Newsroom.anEntry(), "Bericht " + i, "{}");
            ListPage page = list(
                    room,
                    Viewer.PUBLIC,
                    ListRequest.builder().minVersion(version).counted().build());
            assertThat(page.siteVersion()).isEqualTo(version);
            assertThat(page.total()).hasValue(i);
        }
    }

    @Test
    void paging_is_a_snapshot_while_others_publish() {
        for (int i = 0; i < 30; i++) {
            publish(room, Newsroom.anEntry(), "Bericht " + i, "{\"rank\":" + i + "}");
        }
        EntryId late = Newsroom.anEntry();
        long version = publish(room, late, "Laatste", "{\"rank\":99}");
        ListRequest.Builder asked =
                ListRequest.builder().type("news").sort("-rank").pageSize(7);
        ListPage page = list(room, Viewer.PUBLIC, asked.minVersion(version).build());
        Set<UUID> seen = new HashSet<>(page.publications());
        int count = page.publications().size();
        while (page.next().isPresent()) {
            publish(room, Newsroom.anEntry(), "Tussendoor", "{\"rank\":" + count + "}");
            long now = publish(room, late, "Laatste, anders", "{\"rank\":0}");
            list(room, Viewer.PUBLIC, ListRequest.builder().minVersion(now).build());
            page = list(room, Viewer.PUBLIC, asked.cursor(page.next().get()).build());
            assertThat(page.siteVersion()).isEqualTo(version);
            seen.addAll(page.publications());
            count += page.publications().size();
        }
        assertThat(count).isEqualTo(31);
        assertThat(seen).hasSize(31);
    }

    @Test
    void a_cursor_is_good_for_its_own_question_only() {
        for (int i = 0; i < 3; i++) {
            publish(room, Newsroom.anEntry(), "Bericht " + i, "{}");
        }
        ListRequest.Builder asked = ListRequest.builder().pageSize(1).minVersion(3);
        String next = list(room, Viewer.PUBLIC, asked.build()).next().orElseThrow();

        refused("bad-cursor", asked.cursor(next).type("news").build());
        refused("bad-cursor", ListRequest.builder().cursor(next + "x").build());
        Newsroom elsewhere = new Newsroom(plein, plein.aSiteOf(room.site.agency()));
        assertThatThrownBy(() -> list(
                        elsewhere,
                        Viewer.PUBLIC,
                        ListRequest.builder()
                                .pageSize(1)
                                .minVersion(3)
                                .cursor(next)
                                .build()))
                .isInstanceOf(Invalid.class);
        plein.clock().advance(Duration.ofMinutes(16));
        refused("expired-cursor", ListRequest.builder().cursor(next).build());
    }

    @Test
    void what_was_withdrawn_or_narrowed_is_in_no_list_and_no_count_of_the_past() {
        EntryId withdrawn = Newsroom.anEntry();
        EntryId narrowed = Newsroom.anEntry();
        EntryId stays = Newsroom.anEntry();
        publish(room, withdrawn, "Kanarie een", "{}");
        publish(room, narrowed, "Kanarie twee", "{}");
        publish(room, stays, "Kanarie drie", "{}");
        long before = publish(room, withdrawn, "Kanarie een, opnieuw", "{}");
        room.withdraw(withdrawn);
        room.publish(narrowed, "news", "nl", Audience.AGENCY, "/" + narrowed, "Kanarie twee", Json.parse("{}"));
        long now = publish(room, stays, "Kanarie drie, nieuwer", "{}");
        list(room, Viewer.PUBLIC, ListRequest.builder().minVersion(now).build());

        for (long version = 1; version <= now; version++) {
            for (boolean words : new boolean[] {false, true}) {
                ListRequest.Builder asked =
                        ListRequest.builder().version(version).counted();
                ListPage page = list(room, Viewer.PUBLIC, (words ? asked.words("kanarie") : asked).build());
                assertThat(titles(room, Viewer.PUBLIC, page))
                        .as("at version " + version)
                        .allMatch(t -> t.startsWith("Kanarie drie"));
                assertThat(page.total()).as("at version " + version).hasValue(version < 3 ? 0 : 1);
            }
        }
        assertThat(list(
                                room,
                                COLLEAGUE,
                                ListRequest.builder().version(before).counted().build())
                        .total())
                .hasValue(1);
        assertThat(list(
                                room,
                                ARCHIVIST,
                                ListRequest.builder().version(before).counted().build())
                        .total())
                .hasValue(3);
    }

    @Test
    void what_is_withdrawn_before_the_index_knows_is_not_searched_either() {
        EntryId entry = Newsroom.anEntry();
        long version = publish(room, entry, "Kanarievogel", "{}");
        list(room, Viewer.PUBLIC, ListRequest.builder().minVersion(version).build());
        PublicationIndex index = plein.get(PublicationIndex.class);
        room.withdraw(entry);
        SearchRequest asked = new SearchRequest(
                "kanarievogel", List.of(), Optional.empty(), 10, Optional.empty(), true, OptionalLong.empty());

        assertThat(room.in(() -> plein.get(FullText.class).search(room.site, Viewer.PUBLIC, asked))
                        .hits())
                .isEmpty();
        index.cursors().await(room.id(), version + 1, Duration.ofSeconds(5));
        assertThat(room.in(() -> plein.get(FullText.class).search(room.site, Viewer.PUBLIC, asked))
                        .hits())
                .isEmpty();
    }

    @Test
    void a_past_that_the_index_has_dropped_answers_simple_lists() {
        EntryId changed = Newsroom.anEntry();
        for (int i = 0; i < 5; i++) {
            publish(room, Newsroom.anEntry(), "Bericht " + i, "{}");
        }
        long old = publish(room, changed, "Zoals het was", "{}");
        Instant then = plein.clock().instant();
        plein.clock().advance(Duration.ofHours(1));
        publish(room, changed, "Zoals het werd", "{}");
        plein.clock().advance(Duration.ofHours(25));
        long now = publish(room, changed, "Zoals het is", "{}");
        list(room, Viewer.PUBLIC, ListRequest.builder().minVersion(now).build());

        ListRequest.Builder asked =
                ListRequest.builder().version(old).type("news").locale("nl").pageSize(4);
        ListPage first = list(room, Viewer.PUBLIC, asked.build());
        ListPage second = list(
                room, Viewer.PUBLIC, asked.cursor(first.next().orElseThrow()).build());
        List<String> titles = new ArrayList<>(titles(room, Viewer.PUBLIC, first));
        titles.addAll(titles(room, Viewer.PUBLIC, second));
        assertThat(titles).hasSize(6).contains("Zoals het was").doesNotContain("Zoals het is");
        assertThat(titles(
                        room, ListRequest.builder().at(then).path("/" + changed).build()))
                .containsExactly("Zoals het was");
        refused(
                "past-too-far",
                ListRequest.builder().version(old).filter("title eq 'x'").build());
        refused("past-too-far", ListRequest.builder().version(old).sort("title").build());
        refused("unknown-version", ListRequest.builder().version(now + 1).build());
        assertThat(room.in(() -> plein.get(IndexAudit.class).compare(room.site)).agrees())
                .isTrue();
    }

    @Test
    void agencies_and_sites_see_their_own() {
        Newsroom sibling = new Newsroom(plein, plein.aSiteOf(room.site.agency()));
        Newsroom stranger = new Newsroom(plein);
        define(
                stranger,
                """
                {"key":"news","name":{"nl":"Nieuws"},"kind":"entry","titleField":"title","fields":[{"key":"title","kind":"text","name":{"nl":"Titel"}}]}""");
        publish(room, Newsroom.anEntry(), "Hier", "{}");
        publish(sibling, Newsroom.anEntry(), "Naast", "{}");
        publish(stranger, Newsroom.anEntry(), "Vreemd", "{}");

        ListRequest all = ListRequest.builder().minVersion(1).build();
        assertThat(titles(room, all)).containsExactly("Hier");
        assertThat(titles(sibling, all)).containsExactly("Naast");
        assertThat(titles(stranger, all)).containsExactly("Vreemd");
        assertThatThrownBy(() -> list(
                        stranger,
                        Viewer.PUBLIC,
                        ListRequest.builder().filter("rank eq 1").build()))
                .hasMessageContaining("There is no field \"rank\"");
    }

    @Test
    void a_field_added_to_a_type_can_be_asked_for_what_was_published_before() {
        long version = publish(room, Newsroom.anEntry(), "Ouder dan het veld", "{\"wijk\":\"Noord\"}");
        list(room, Viewer.PUBLIC, ListRequest.builder().minVersion(version).build());
        room.in(
                () -> plein.get(ChangeType.class)
                        .perform(
                                "news",
                                Json.parse(
                                        """
                {"key":"news","name":{"nl":"Nieuws"},"kind":"entry","titleField":"title","fields":[
                  {"key":"title","kind":"text","name":{"nl":"Titel"}},{"key":"wijk","kind":"text","name":{"nl":"Wijk"}}]}""")));
        ListRequest asked = ListRequest.builder().filter("wijk eq 'noord'").build();

        list(room, Viewer.PUBLIC, asked);
        plein.get(Followers.class).catchUp();
        eventually(() -> assertThat(titles(room, asked)).containsExactly("Ouder dan het veld"));
    }

    @Test
    void unknown_names_are_refused_with_the_known_ones() {
        publish(room, Newsroom.anEntry(), "Bericht", "{}");
        refused("unknown-type", ListRequest.builder().type("nieuws").build());
        refused("unknown-field", ListRequest.builder().filter("wijk eq 'x'").build());
        refused("unknown-field", ListRequest.builder().sort("wijk").build());
        refused("bad-filter", ListRequest.builder().filter("title like 'x'").build());
        refused("bad-sort", ListRequest.builder().sort("-").build());
        assertThatThrownBy(() -> ListRequest.builder().pageSize(101).build()).hasMessageContaining("1 to 100");
    }

    private void refused(String code, ListRequest request) {
        assertThatThrownBy(() -> list(room, Viewer.PUBLIC, request))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void define(Newsroom at, String type) {
        at.in(() -> plein.get(DefineType.class).perform(Json.parse(type)));
    }

    private static long publish(Newsroom at, EntryId entry, String title, String payload) {
        return at.publish(entry, "news", "nl", Audience.EVERYONE, "/" + entry, title, Json.parse(payload))
                .version();
    }

    private ListPage list(Newsroom at, Viewer viewer, ListRequest request) {
        return at.in(() -> plein.get(EntryLists.class).list(at.site, viewer, request));
    }

    private List<String> titles(Newsroom at, ListRequest request) {
        return titles(at, Viewer.PUBLIC, list(at, Viewer.PUBLIC, request));
    }

    private List<String> titles(Newsroom at, Viewer viewer, ListPage page) {
        List<Publication> found = at.in(() -> plein.get(Publications.class)
                .many(at.id(), page.publications(), viewer, new SiteMoment(page.siteVersion())));
        assertThat(found).hasSameSizeAs(page.publications());
        return found.stream().map(Publication::title).toList();
    }

    static void eventually(Runnable check) {
        for (int i = 0; ; i++) {
            try {
                check.run();
                return;
            } catch (AssertionError notYet) {
                if (i == 100) {
                    throw notYet;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        }
    }
}
