package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From draft to publication. */
@OnEveryDatabase
class PublishEntriesTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":{"nl":"/nieuws/{slug}","en":"/news/{slug}"},"fields":[
              {"key":"title","kind":"text","required":true},{"key":"date","kind":"date"},
              {"key":"body","kind":"richText","required":true},{"key":"image","kind":"asset"},
              {"key":"next","kind":"reference"}]}""";

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        room.in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
    }

    @Test
    void a_draft_becomes_what_visitors_see() {
        TranslationKey news = aDraft("Markt", "<p>Op zaterdag</p>").key();

        Receipt receipt = publish(news);

        assertThat(receipt.version()).isEqualTo(1);
        Publication found = ((PathAnswer.Found) room.at("/nieuws/markt")).publication();
        assertThat(found.title()).isEqualTo("Markt");
        assertThat(found.type()).isEqualTo("news");
        assertThat(found.fields().path("body").asString("")).isEqualTo("<p>Op zaterdag</p>");
        assertThat(found.publishedAt())
                .isEqualTo(plein.clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    @Test
    void saving_a_draft_changes_nothing_for_visitors() {
        Written.Saved draft = aDraft("Markt", "<p>Een</p>");
        publish(draft.key());
        room.in(() -> plein.get(SaveDraft.class)
                .perform(room.id(), draft.key(), draft.revision(), fields("Markt", "<p>Twee</p>")));

        assertThat(((PathAnswer.Found) room.at("/nieuws/markt"))
                        .publication()
                        .fields()
                        .path("body")
                        .asString(""))
                .isEqualTo("<p>Een</p>");
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void what_breaks_the_rules_of_its_type_is_refused_with_the_place() {
        TranslationKey good = aDraft("Goed", "<p>Goed</p>").key();
        TranslationKey bad = room.in(() -> plein.get(CreateEntry.class)
                        .perform(
                                room.id(),
                                NewEntry.of(
                                        "news",
                                        "nl",
                                        Json.mapper().createObjectNode().put("title", "Leeg"))))
                .key();

        assertThatThrownBy(() -> publish(good, bad)).isInstanceOf(Invalid.class).satisfies(e -> assertThat(
                        ((Refusal) e).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.pointer()).startsWith("/1/fields")));
        assertThat(room.now().version()).isZero();
    }

    @Test
    void what_is_not_there_or_in_the_trash_can_not_be_published() {
        TranslationKey draft = aDraft("Weg", "<p>Weg</p>").key();
        room.in(() -> {
            plein.get(DeleteEntry.class).perform(room.id(), draft.entry());
            return 0;
        });

        assertThatThrownBy(() -> publish(draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> publish(new TranslationKey(Newsroom.anEntry(), "nl")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> publish()).isInstanceOf(Invalid.class);
    }

    @Test
    void an_entry_that_says_its_own_date_is_dated_by_it() {
        var payload = Json.mapper().createObjectNode().put("title", "Oud").put("body", "<p>x</p>");
        TranslationKey news = room.in(() -> plein.get(CreateEntry.class)
                        .perform(room.id(), NewEntry.of("news", "nl", payload.put("date", "2019-07-01"))))
                .key();
        publish(news);

        assertThat(((PathAnswer.Found) room.at("/nieuws/oud")).publication().publishedAt())
                .isEqualTo(Instant.parse("2019-06-30T22:00:00Z"));
    }

    @Test
    void publishing_again_keeps_the_day_of_the_first_time() {
        TranslationKey news = aDraft("Markt", "<p>x</p>").key();
        publish(news);
        Instant first =
                ((PathAnswer.Found) room.at("/nieuws/markt")).publication().publishedAt();
        plein.clock().advance(Duration.ofMinutes(5));
        publish(news);

        Publication again = ((PathAnswer.Found) room.at("/nieuws/markt")).publication();
        assertThat(again.publishedAt()).isEqualTo(first);
        assertThat(again.updatedAt()).isAfter(first);
    }

    @Test
    void content_knows_at_once_what_visitors_see() {
        TranslationKey news = aDraft("Markt", "<p>x</p>").key();
        publish(news);
        assertThatThrownBy(() -> room.in(() -> {
                    plein.get(DeleteEntry.class).perform(room.id(), news.entry());
                    return 0;
                }))
                .isInstanceOf(Conflict.class);
        assertThat(isPublished(news)).isTrue();

        room.unpublish(news.entry());
        assertThat(isPublished(news)).isFalse();
        room.rollBack(1);
        assertThat(isPublished(news)).isTrue();
    }

    @Test
    void an_asset_is_shown_to_those_who_see_a_publication_that_names_it() {
        AssetId asset = new AssetId(java.util.UUID.randomUUID());
        EntryId target = Newsroom.anEntry();
        EntryId entry = Newsroom.anEntry();
        var payload = Json.mapper().createObjectNode();
        payload.putObject("image").put("asset", asset.toString()).put("alt", "");
        payload.put("body", "<p><a data-entry=\"" + target + "\">x</a></p>");
        room.publish(entry, "news", "nl", nl.plein.cms.kernel.Audience.AGENCY, "/a", "A", payload);
        References references = plein.get(References.class);

        assertThat(room.in(() -> references.showAsset(asset, Viewer.PUBLIC))).isFalse();
        assertThat(room.in(() -> references.showAsset(asset, Newsroom.COLLEAGUE)))
                .isTrue();
        assertThat(room.in(() -> references.toEntry(room.id(), target)))
                .extracting(PageRef::entry)
                .containsExactly(entry);
        assertThat(room.in(() -> references.toAsset(room.id(), asset))).hasSize(1);
        room.withdraw(entry);
        assertThat(room.in(() -> references.showAsset(asset, Newsroom.COLLEAGUE)))
                .isFalse();
        assertThat(room.in(() -> references.showAsset(asset, Newsroom.ARCHIVIST)))
                .isTrue();
    }

    @Test
    void an_erased_entry_has_no_draft_left_either() {
        Written.Saved draft = aDraft("Canary", "<p>canary</p>");
        publish(draft.key());
        room.erase(draft.key().entry());

        assertThatThrownBy(() -> publish(draft.key())).isInstanceOf(NotFound.class);
        assertThat(room.titleAt("/nieuws/canary")).isEqualTo("Absent");
    }

    @Test
    void an_entry_that_was_never_here_can_not_be_erased() {
        aDraft("Markt", "<p>Op zaterdag</p>");
        long before = room.now().version();

        assertThatThrownBy(() -> room.erase(Newsroom.anEntry())).isInstanceOf(NotFound.class);

        assertThat(room.now().version()).isEqualTo(before);
    }

    @Test
    void an_entry_can_be_erased_again() {
        EntryId draft = aDraft("Canary", "<p>canary</p>").key().entry();

        room.erase(draft);

        assertThat(room.erase(draft).removed()).isZero();
    }

    @Test
    void an_entry_that_went_to_the_trash_after_it_was_staged_is_not_published() {
        Written.Saved draft = aDraft("Weg", "<p>Weg</p>");
        List<Publishable> staged =
                room.in(() -> plein.get(ReadyDrafts.class).of(room.site, List.of(draft.key()), Map.of()));
        throwAway(draft.key().entry());

        assertThatThrownBy(() -> room.publish(staged)).isInstanceOf(Stale.class).hasMessageContaining("trash");
        assertThat(room.titleAt("/nieuws/weg")).isEqualTo("Absent");
        assertThat(room.in(() -> plein.get(StagedRows.class).count(room.id()))).isZero();
    }

    @Test
    void an_entry_can_not_go_to_the_trash_while_it_is_shown_even_before_its_draft_is_marked() {
        Written.Saved draft = aDraft("Blijft", "<p>Blijft</p>");
        room.in(() -> plein.transaction(() -> {
            publish(draft.key()); // in a transaction the follower that marks drafts has not walked yet
            assertThatThrownBy(() -> plein.get(DeleteEntry.class)
                            .perform(room.id(), draft.key().entry()))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("unpublish");
            return 0;
        }));
    }

    @Test
    void an_entry_may_name_another_that_is_not_published() {
        TranslationKey hidden = aDraft("Verborgen", "<p>x</p>").key();
        TranslationKey naming = aDraft("Noemt", "<p><a data-entry=\"" + hidden.entry() + "\">daar</a></p>")
                .key();

        assertThat(publish(naming).made()).isEqualTo(1);
        assertThat(publish(hidden).made()).isEqualTo(1);
        room.withdraw(hidden.entry());

        assertThat(room.titleAt("/nieuws/noemt")).isEqualTo("Noemt");
        assertThat(room.in(() -> plein.get(References.class).toEntry(room.id(), hidden.entry())))
                .extracting(PageRef::entry)
                .containsExactly(naming.entry());
    }

    @Test
    void rolling_back_leaves_out_what_lies_in_the_trash() {
        Written.Saved draft = aDraft("Oud", "<p>Oud</p>");
        TranslationKey other = aDraft("Ander", "<p>Ander</p>").key();
        publish(draft.key(), other);
        room.unpublish(draft.key().entry(), other.entry());
        throwAway(draft.key().entry());

        Receipt back = room.rollBack(1);

        assertThat(back.skipped()).isEqualTo(1);
        assertThat(room.titleAt("/nieuws/oud")).isNotEqualTo("Oud");
        assertThat(room.titleAt("/nieuws/ander")).isEqualTo("Ander");
    }

    @Test
    void erasing_an_entry_takes_the_assets_that_only_it_used() {
        AssetId own = anAsset("own");
        AssetId published = anAsset("published");
        AssetId drafted = anAsset("drafted");
        AssetId old = anAsset("old");
        Written.Saved erased = aDraft("Canary", "<p>een</p>");
        TranslationKey key = erased.key();
        Saved second = save(key, erased.revision(), showing("Canary", own, published));
        publish(key);
        save(key, second.id(), showing("Canary", drafted, old));
        publish(withImage("Ander", published));
        withImage("Klad", drafted);
        Written.Saved other = aDraft("Vroeger", "<p>x</p>");
        Saved before = save(other.key(), other.revision(), showing("Vroeger", old, old));
        save(other.key(), before.id(), fields("Vroeger", "<p>y</p>"));

        room.erase(key.entry());

        Assets assets = plein.get(Assets.class);
        assertThat(room.in(() -> assets.ofSite(room.id())))
                .extracting(AssetRef::id)
                .containsExactlyInAnyOrder(published, drafted, old);
    }

    private void throwAway(EntryId entry) {
        room.in(() -> {
            plein.get(DeleteEntry.class).perform(room.id(), entry);
            return 0;
        });
    }

    private AssetId anAsset(String words) {
        BlobStore.Stored stored = plein.get(BlobStore.class)
                .put(new java.io.ByteArrayInputStream(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return room.in(() -> plein.get(StoreAsset.class).perform(room.id(), words + ".txt", stored))
                .id();
    }

    private Saved save(TranslationKey key, RevisionId basedOn, JsonNode fields) {
        return room.in(() -> plein.get(SaveDraft.class).perform(room.id(), key, basedOn, fields));
    }

    private TranslationKey withImage(String title, AssetId asset) {
        return room.in(() -> plein.get(CreateEntry.class)
                        .perform(room.id(), NewEntry.of("news", "nl", showing(title, asset, asset))))
                .key();
    }

    private static JsonNode showing(String title, AssetId field, AssetId inText) {
        ObjectNode fields =
                (ObjectNode) fields(title, "<figure><img data-asset=\"" + inText + "\" alt=\"x\"></figure>");
        fields.putObject("image").put("asset", field.toString()).put("alt", "x");
        return fields;
    }

    private boolean isPublished(TranslationKey key) {
        return room.in(() -> Optional.of(plein.get(Translations.class).get(room.id(), key)))
                .flatMap(ref -> ref.publishedRevision())
                .isPresent();
    }

    private Receipt publish(TranslationKey... keys) {
        return room.in(() -> plein.get(PublishEntries.class).perform(room.id(), List.of(keys)));
    }

    private Written.Saved aDraft(String title, String body) {
        return room.in(
                () -> plein.get(CreateEntry.class).perform(room.id(), NewEntry.of("news", "nl", fields(title, body))));
    }

    private static JsonNode fields(String title, String body) {
        return Json.mapper().createObjectNode().put("title", title).put("body", body);
    }
}
