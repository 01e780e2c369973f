package nl.plein.cms.content;

import static nl.plein.cms.content.AContent.fields;
import static nl.plein.cms.content.AContent.news;
import static nl.plein.cms.content.AContent.page;
import static nl.plein.cms.content.EntriesTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.model.RemoveType;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

@OnEveryDatabase
class DraftsTest {

    private static final String ASSET = "018f3c1e-7a3b-7c4d-8e5f-0123456789ab";

    @Parameter
    Plein plein;

    AContent content;

    @BeforeEach
    void fill() {
        content = AContent.on(plein);
        plein.clock().set(Instant.parse("2026-03-03T10:00:00Z"));
    }

    @Test
    void a_draft_is_saved_on_top_of_the_one_that_was_read() {
        Written.Saved first = content.create(news("Eerst"));
        Saved second = save(first.key(), first.revision(), fields("Dan", "<b>x</b>"));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.basedOn()).contains(first.revision());
        assertThat(second.payload().get("body").asString()).isEqualTo("<p><strong>x</strong></p>");
        in(() -> {
            assertThat(translations().draft(content.id(), first.key()).id()).isEqualTo(second.id());
            assertThat(translations().get(content.id(), first.key()).title()).isEqualTo("Dan");
            assertThat(translations().history(content.id(), first.key(), Integer.MAX_VALUE, 10))
                    .extracting(Saved::number)
                    .containsExactly(2, 1);
            assertThat(translations()
                            .revision(content.id(), first.key(), first.revision())
                            .payload()
                            .get("title")
                            .asString())
                    .isEqualTo("Eerst");
        });
    }

    @Test
    void a_draft_without_a_base_or_with_a_foreign_one_is_refused() {
        Written.Saved one = content.create(news("Een"));
        Written.Saved two = content.create(news("Twee"));
        assertThat(refusal(() -> save(one.key(), null, fields("x", ""))).code()).isEqualTo("based-on-missing");
        assertThat(refusal(() -> save(one.key(), two.revision(), fields("x", "")))
                        .code())
                .isEqualTo("unknown-base");
    }

    @Test
    void a_draft_on_an_old_base_is_a_conflict_that_shows_all_three() {
        Written.Saved first = content.create(news("Basis"));
        Saved theirs = save(first.key(), first.revision(), fields("Zij", ""));

        Refusal conflict = refusal(() -> save(first.key(), first.revision(), fields("Ik", "")));

        assertThat(conflict.code()).isEqualTo("draft-moved-on");
        assertThat(title(conflict, "base")).isEqualTo("Basis");
        assertThat(title(conflict, "mine")).isEqualTo("Ik");
        assertThat(title(conflict, "theirs")).isEqualTo("Zij");
        assertThat(conflict.details()).containsEntry("head", theirs.id().toString());
        assertThat(((JsonNode) conflict.details().get("conflicts"))
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("title");
    }

    @Test
    void a_draft_on_an_old_base_is_merged_and_tells_what_others_wrote() {
        Written.Saved first = content.create(news("Basis"));
        save(first.key(), first.revision(), fields("Zij", "<p>Tekst van Basis</p>"));

        Saved merged = save(first.key(), first.revision(), fields("Basis", "<p>Mijn tekst</p>"));

        assertThat(merged.merged()).containsExactly("title");
        assertThat(merged.payload()).isEqualTo(fields("Zij", "<p>Mijn tekst</p>"));
        assertThat(merged.number()).isEqualTo(3);
    }

    @Test
    void a_save_that_is_sent_twice_counts_once_though_others_saved_between() {
        Written.Saved first = content.create(news("Basis"));
        Saved mine = save(first.key(), first.revision(), fields("Ik", "<p>Tekst van Basis</p>"));
        Saved theirs = save(first.key(), mine.id(), fields("Ik", "<p>Hun tekst</p>"));

        Saved again = save(first.key(), first.revision(), fields("Ik", "<p>Tekst van Basis</p>"));

        assertThat(again.id()).isEqualTo(theirs.id());
        assertThat(again.merged()).containsExactly("body");
    }

    @Test
    void saving_the_same_words_again_makes_no_revision() {
        Written.Saved first = content.create(news("Zelfde"));
        Saved again = save(first.key(), first.revision(), fields("Zelfde", "<div>Tekst van Zelfde</div>"));
        assertThat(again.id()).isEqualTo(first.revision());
    }

    @Test
    void of_writers_at_one_moment_one_wins_and_the_others_see_a_conflict() throws Exception {
        Written.Saved first = content.create(news("Druk"));
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            JsonNode mine = fields("Druk " + i, "");
            Callable<String> write = () -> {
                try {
                    return save(first.key(), first.revision(), mine).id().toString();
                } catch (Refusal refusal) {
                    return refusal.code();
                }
            };
            outcomes.add(writers.submit(write));
        }
        List<String> seen = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            seen.add(outcome.get());
        }
        writers.shutdown();
        assertThat(seen).filteredOn("draft-moved-on"::equals).hasSize(5);
        in(() -> assertThat(translations().history(content.id(), first.key(), Integer.MAX_VALUE, 10))
                .hasSize(2));
    }

    @Test
    void a_translation_has_its_own_path_and_history() {
        Written.Saved dutch = content.create(news("Markt"));
        Written.Saved english = translate(dutch.key().entry(), fields("Market", ""));

        assertThat(english.path()).isEqualTo("/en/news/2026/market");
        assertThat(refusal(() -> translate(dutch.key().entry(), fields("Again", "")))
                        .code())
                .isEqualTo("locale-taken");
        in(() -> assertThat(entries().get(content.id(), dutch.key().entry()).translations())
                .extracting(TranslationRef::locale)
                .containsExactly("en", "nl"));
    }

    @Test
    void a_field_that_is_not_localised_has_one_value_in_all_translations() {
        define(
                """
                {"key":"event","name":{"nl":"Evenement"},"fields":[{"key":"title","kind":"text"},
                  {"key":"seats","kind":"number","localised":false}]}""");
        Written.Saved dutch =
                content.create(NewEntry.of("event", "nl", Json.parse("{\"title\":\"Dag\",\"seats\":10}")));
        Written.Saved english = translate(dutch.key().entry(), Json.parse("{\"title\":\"Day\"}"));
        assertThat(draft(english.key()).payload()).isEqualTo(Json.parse("{\"title\":\"Day\",\"seats\":10}"));

        save(english.key(), english.revision(), Json.parse("{\"title\":\"Day\",\"seats\":25}"));
        assertThat(draft(dutch.key()).payload()).isEqualTo(Json.parse("{\"title\":\"Dag\",\"seats\":25}"));
    }

    @Test
    void the_year_in_a_path_follows_the_date_until_the_page_was_seen() {
        Written.Saved saved = content.create(news("Jaar"));
        Saved dated = save(saved.key(), saved.revision(), Json.parse("{\"title\":\"Jaar\",\"date\":\"2020-01-01\"}"));
        assertThat(draft(saved.key()).path()).isEqualTo("/nieuws/2020/jaar");

        publish(saved.key());
        save(saved.key(), dated.id(), Json.parse("{\"title\":\"Jaar\",\"date\":\"2021-01-01\"}"));
        assertThat(draft(saved.key()).path()).isEqualTo("/nieuws/2020/jaar");
    }

    @Test
    void pages_under_a_moved_page_follow() {
        EntryId about = content.create(page("Over")).key().entry();
        EntryId team = content.create(page("Team").under(about)).key().entry();
        TranslationKey an = content.create(page("An").under(team)).key();
        translate(about, fields("About", ""));
        EntryId other = content.create(page("Anders")).key().entry();

        assertThat(move(about, MoveEntry.To.slug("nl", "wij")))
                .extracting(MoveEntry.Moved::to)
                .containsExactly("/wij", "/wij/team", "/wij/team/an");
        move(team, MoveEntry.To.under(other));
        assertThat(draft(an).path()).isEqualTo("/anders/team/an");
        move(about, MoveEntry.To.path("nl", "/diep/pad/"));
        move(team, MoveEntry.To.under(about));
        assertThat(draft(an).path()).isEqualTo("/diep/pad/team/an");
        assertThat(refusal(() -> move(about, MoveEntry.To.under(team))).code()).isEqualTo("own-parent");
    }

    @Test
    void a_move_to_a_taken_path_moves_nothing() {
        EntryId a = content.create(page("A")).key().entry();
        TranslationKey b = content.create(page("B")).key();
        assertThat(refusal(() -> move(b.entry(), MoveEntry.To.slug("nl", "a"))).code())
                .isEqualTo("path-taken");
        assertThat(draft(b).path()).isEqualTo("/b");
        move(a, MoveEntry.To.audience(Audience.GOVERNMENT));
        move(b.entry(), MoveEntry.To.slug("nl", "a"));
        assertThat(draft(b).path()).isEqualTo("/a");
    }

    @Test
    void an_entry_in_the_trash_frees_its_path_and_can_be_taken_back() {
        Written.Saved one = content.create(news("Weg"));
        delete(one.key().entry());
        Written.Saved two = content.create(news("Weg"));

        assertThat(two.path()).isEqualTo(one.path());
        in(() -> assertThat(plein.get(DraftsForPublishing.class).of(content.id(), List.of(one.key())))
                .isEmpty());
        assertThat(refusal(() -> save(one.key(), one.revision(), fields("x", "")))
                        .code())
                .isEqualTo("unknown-entry");
        assertThat(refusal(() -> restore(one.key().entry())).code()).isEqualTo("path-taken");
        delete(two.key().entry());
        restore(one.key().entry());
        assertThat(draft(one.key()).path()).isEqualTo(one.path());
    }

    @Test
    void what_others_lie_under_or_visitors_see_is_not_thrown_away() {
        EntryId parent = content.create(page("Boven")).key().entry();
        Written.Saved child = content.create(page("Onder").under(parent));
        assertThat(refusal(() -> delete(parent)).code()).isEqualTo("has-children");

        publish(child.key());
        assertThat(refusal(() -> delete(child.key().entry())).code()).isEqualTo("still-published");
        plein.inAgency(
                content.site.agency(),
                () -> plein.transaction(
                        () -> plein.get(PublishedMarks.class).unpublished(content.id(), List.of(child.key()))));
        delete(child.key().entry());
        delete(parent);
    }

    @Test
    void what_is_seen_is_the_revision_that_was_published() {
        Written.Saved saved = content.create(news("Gezien"));
        publish(saved.key());
        plein.clock().advance(Duration.ofDays(1));
        save(saved.key(), saved.revision(), fields("Nog niet", ""));
        in(() -> {
            TranslationRef translation = translations().get(content.id(), saved.key());
            assertThat(translation.publishedRevision()).contains(saved.revision());
            assertThat(translation.head()).isNotEqualTo(saved.revision());
            assertThat(translation.firstPublishedAt()).contains(Instant.parse("2026-03-03T10:00:00Z"));
        });
    }

    @Test
    void where_an_entry_or_asset_is_used_is_known_both_ways() {
        EntryId tag = content.create(NewEntry.of("tag", "nl", Json.parse("{\"title\":\"Water\"}")))
                .key()
                .entry();
        Written.Saved user = content.create(NewEntry.of(
                "news",
                "nl",
                Json.parse(
                        """
                        {"title":"Dijk","tags":[{"entry":"TAG"}],"body":"<a data-entry='TAG'>x</a>","image":{"asset":"ASSET","alt":""},
                         "parts":[{"id":"q","type":"quote","fields":{"words":"<img data-asset='ASSET' alt=''>","by":{"entry":"TAG"}}}]}"""
                                .replace("TAG", tag.toString())
                                .replace("ASSET", ASSET))));
        in(() -> {
            assertThat(references().usesOf(content.id(), tag, 10))
                    .extracting(References.Use::place)
                    .containsExactlyInAnyOrder("/tags/0", "/body", "/parts/0/fields/by");
            assertThat(references().usesOf(content.id(), new AssetId(UUID.fromString(ASSET)), 10))
                    .extracting(use -> use.title() + use.place())
                    .containsExactlyInAnyOrder("Dijk/image", "Dijk/parts/0/fields/words");
            assertThat(references().targetsOf(content.id(), user.key())).hasSize(5);
        });
        save(user.key(), user.revision(), fields("Dijk", ""));
        in(() -> assertThat(references().usesOf(content.id(), tag, 10)).isEmpty());
    }

    @Test
    void a_type_or_block_in_use_is_not_removed() {
        content.create(NewEntry.of(
                "news", "nl", Json.parse("{\"title\":\"T\",\"parts\":[{\"type\":\"quote\",\"fields\":{}}]}")));
        for (String type : List.of("news", "quote")) {
            assertThat(refusal(() -> in(() -> plein.get(RemoveType.class).perform(type)))
                            .code())
                    .isEqualTo("type-in-use");
        }
        in(() -> plein.get(RemoveType.class).perform("tag"));
    }

    @Test
    void a_list_is_read_page_by_page_newest_change_first() {
        for (int i = 0; i < 5; i++) {
            content.create(news("Nummer " + i));
            plein.clock().advance(Duration.ofSeconds(i % 2));
        }
        content.create(page("Pagina 100%"));
        in(() -> {
            EntryLists lists = plein.get(EntryLists.class);
            EntryLists.Wanted news = new EntryLists.Wanted(
                    EntryLists.Place.SITE,
                    Optional.of("news"),
                    Optional.of("nl"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    EntryLists.Order.NEWEST,
                    2,
                    Optional.empty());
            List<String> titles = new ArrayList<>();
            Optional<EntryLists.Wanted> next = Optional.of(news);
            while (next.isPresent()) {
                EntryLists.Page page = lists.list(content.id(), next.get());
                page.rows().forEach(row -> titles.add(row.translation().title()));
                next = page.next().map(news::after);
            }
            assertThat(titles).hasSize(5).doesNotHaveDuplicates().startsWith("Nummer 4");
            EntryLists.Wanted percent = new EntryLists.Wanted(
                    EntryLists.Place.SITE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("A 100%"),
                    Optional.empty(),
                    Optional.empty(),
                    EntryLists.Order.NEWEST,
                    10,
                    Optional.empty());
            assertThat(lists.list(content.id(), percent).rows()).hasSize(1);
        });
    }

    @Test
    void a_list_is_sorted_by_title_page_by_page() {
        List.of("beuk", "Den", "Acacia", "eik").forEach(title -> content.create(news(title)));
        in(() -> {
            List<String> titles = new ArrayList<>();
            EntryLists.Wanted byTitle = wanted(Optional.empty(), Optional.empty(), EntryLists.Order.TITLE);
            Optional<EntryLists.Wanted> next = Optional.of(byTitle);
            while (next.isPresent()) {
                EntryLists.Page page = plein.get(EntryLists.class).list(content.id(), next.get());
                page.rows().forEach(row -> titles.add(row.translation().title()));
                next = page.next().map(byTitle::after);
            }
            assertThat(titles).containsExactly("Acacia", "beuk", "Den", "eik");
        });
    }

    @Test
    void a_cursor_of_one_order_is_not_taken_for_that_of_another() {
        List.of("Een", "Twee", "Drie").forEach(title -> content.create(news(title)));
        in(() -> {
            EntryLists lists = plein.get(EntryLists.class);
            EntryLists.Wanted byTitle = wanted(Optional.empty(), Optional.empty(), EntryLists.Order.TITLE);
            String cursor = lists.list(content.id(), byTitle).next().orElseThrow();
            EntryLists.Wanted oldest = wanted(Optional.empty(), Optional.empty(), EntryLists.Order.OLDEST);
            assertThat(refusal(() -> lists.list(content.id(), oldest.after(cursor)))
                            .code())
                    .isEqualTo("bad-cursor");
        });
    }

    @Test
    void a_list_tells_what_nobody_sees_yet_and_what_is_wider_than_its_publication() {
        Written.Saved seen = content.create(news("Zoals bezoekers het zien"));
        Written.Saved older = content.create(news("Verder geschreven"));
        content.create(news("Nog niet te zien"));
        in(() -> plein.transaction(() -> plein.get(PublishedMarks.class)
                .visible(
                        content.id(),
                        List.of(seen.revision(), older.revision()),
                        plein.clock().instant())));
        save(older.key(), older.revision(), fields("Verder geschreven!", "meer"));
        in(() -> {
            assertThat(titles(EntryLists.Shown.UNPUBLISHED)).containsExactly("Nog niet te zien");
            assertThat(titles(EntryLists.Shown.PUBLISHED))
                    .containsExactlyInAnyOrder("Zoals bezoekers het zien", "Verder geschreven!");
            assertThat(titles(EntryLists.Shown.CHANGED)).containsExactly("Verder geschreven!");
        });
    }

    private List<String> titles(EntryLists.Shown shown) {
        return plein
                .get(EntryLists.class)
                .list(content.id(), wanted(Optional.empty(), Optional.of(shown), EntryLists.Order.NEWEST))
                .rows()
                .stream()
                .map(row -> row.translation().title())
                .toList();
    }

    @Test
    void a_list_tells_how_much_lies_under_each_entry_and_starts_with_what_lies_under_nothing() {
        EntryId top = content.create(page("Boven")).key().entry();
        content.create(page("Onder").under(top));
        in(() -> {
            EntryLists.Wanted roots =
                    wanted(Optional.of(EntryLists.Wanted.NO_PARENT), Optional.empty(), EntryLists.Order.TITLE);
            assertThat(plein.get(EntryLists.class).list(content.id(), roots).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.under()).isEqualTo(1));
        });
    }

    private static EntryLists.Wanted wanted(
            Optional<EntryId> parent, Optional<EntryLists.Shown> shown, EntryLists.Order order) {
        return new EntryLists.Wanted(
                EntryLists.Place.SITE,
                Optional.empty(),
                Optional.empty(),
                parent,
                Optional.empty(),
                shown,
                Optional.empty(),
                order,
                2,
                Optional.empty());
    }

    @Test
    void erased_words_are_in_no_revision() {
        Written.Saved saved = content.create(news("Geheim").from("geheim.md"));
        save(saved.key(), saved.revision(), fields("Geheimer", "geheim"));
        plein.inAgency(
                content.site.agency(),
                () -> plein.transaction(() -> plein.get(EraseDrafts.class)
                        .perform(content.id(), saved.key().entry())));
        in(() -> {
            assertThat(translations().history(content.id(), saved.key(), Integer.MAX_VALUE, 10))
                    .extracting(Saved::payload)
                    .containsOnly(Json.parse("{}"));
            EntryRef entry = entries().get(content.id(), saved.key().entry());
            assertThat(entry.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("geheim");
        });
    }

    @Test
    void nothing_of_one_agency_is_read_or_written_by_another() {
        Written.Saved saved = content.create(
                NewEntry.of("news", "nl", Json.parse("{\"title\":\"Ons\",\"image\":{\"asset\":\"" + ASSET + "\"}}")));
        var other = plein.aSite();
        plein.inAgency(other.agency(), () -> {
            assertThat(translations().find(content.id(), saved.key())).isEmpty();
            assertThat(references().targetsOf(content.id(), saved.key())).isEmpty();
            assertThat(plein.get(EntryLists.class)
                            .list(content.id(), EntryLists.Wanted.ALL)
                            .rows())
                    .isEmpty();
            for (Runnable act : List.<Runnable>of(
                    () -> plein.get(SaveDraft.class)
                            .perform(content.id(), saved.key(), saved.revision(), fields("x", "")),
                    () -> plein.get(DeleteEntry.class)
                            .perform(content.id(), saved.key().entry()),
                    () -> plein.get(SaveDraft.class)
                            .perform(other.id(), saved.key(), saved.revision(), fields("x", "")),
                    () -> plein.get(MoveEntry.class)
                            .perform(other.id(), saved.key().entry(), MoveEntry.To.slug("nl", "x")))) {
                assertThat(refusal(act).code()).isIn("unknown-site", "unknown-entry");
            }
        });
        assertThat(draft(saved.key()).title()).isEqualTo("Ons");
    }

    private void publish(TranslationKey key) {
        plein.inAgency(
                content.site.agency(),
                () -> plein.transaction(() -> {
                    List<Draft> drafts = plein.get(DraftsForPublishing.class).of(content.id(), List.of(key));
                    plein.get(PublishedMarks.class)
                            .published(content.id(), drafts, plein.clock().instant());
                }));
    }

    private Saved save(TranslationKey key, @org.jspecify.annotations.Nullable RevisionId base, JsonNode fields) {
        return plein.inAgency(
                content.site.agency(), () -> plein.get(SaveDraft.class).perform(content.id(), key, base, fields));
    }

    private Written.Saved translate(EntryId entry, JsonNode fields) {
        return plein.inAgency(content.site.agency(), () -> plein.get(AddTranslation.class)
                .perform(content.id(), entry, AddTranslation.Wanted.of("en", fields)));
    }

    private List<MoveEntry.Moved> move(EntryId entry, MoveEntry.To to) {
        return plein.inAgency(
                content.site.agency(), () -> plein.get(MoveEntry.class).perform(content.id(), entry, to));
    }

    private void delete(EntryId entry) {
        in(() -> plein.get(DeleteEntry.class).perform(content.id(), entry));
    }

    private void restore(EntryId entry) {
        in(() -> plein.get(RestoreEntry.class).perform(content.id(), entry));
    }

    private void define(String type) {
        in(() -> plein.get(DefineType.class).perform(Json.parse(type)));
    }

    private Draft draft(TranslationKey key) {
        return plein.inAgency(content.site.agency(), () -> plein.get(DraftsForPublishing.class)
                .of(content.id(), List.of(key))
                .get(0));
    }

    private void in(Runnable work) {
        plein.inAgency(content.site.agency(), work);
    }

    private static String title(Refusal conflict, String part) {
        return ((JsonNode) conflict.details().get(part)).get("title").asString();
    }

    private Translations translations() {
        return plein.get(Translations.class);
    }

    private Entries entries() {
        return plein.get(Entries.class);
    }

    private References references() {
        return plein.get(References.class);
    }
}
