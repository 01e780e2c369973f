package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.media.AssetFilter;
import nl.plein.cms.media.AssetKind;
import nl.plein.cms.media.AssetOrder;
import nl.plein.cms.media.AssetWords;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.DescribeAsset;
import nl.plein.cms.media.DescribedAsset;
import nl.plein.cms.media.FileVersion;
import nl.plein.cms.media.FocalPoint;
import nl.plein.cms.media.Replacement;
import nl.plein.cms.media.SetFocalPoint;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Files that are used, described, replaced and deleted. */
@OnEveryDatabase
class ReplaceAssetTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":{"nl":"/nieuws/{slug}"},"fields":[
              {"key":"title","kind":"text","required":true},{"key":"image","kind":"asset"}]}""";

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        room.in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
    }

    @Test
    void a_new_file_is_a_version_that_changes_all_that_shows_it() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        TranslationKey news = aDraft("Gracht", asset);
        publish(news);
        String hash = open("/nieuws/gracht").contentHash();

        ReplaceAsset.Replaced done = replace(asset, picture(80, 40), Seen.of(tag(asset)));

        assertThat(done.receipt().act()).isEqualTo("replace-file");
        assertThat(done.receipt().version()).isEqualTo(2);
        assertThat(done.receipt().changed()).isEqualTo(1);
        assertThat(asset(asset).file().width()).isEqualTo(80);
        assertThat(asset(asset).file().file()).isEqualTo("gracht.png");
        assertThat(open("/nieuws/gracht").contentHash()).isNotEqualTo(hash);
        assertThat(open("/nieuws/gracht").from()).isEqualTo(2);
        assertThat(changesSince(1)).hasSize(1);
    }

    @Test
    void a_file_that_visitors_do_not_see_is_replaced_without_a_version() {
        publish(aDraft("Ander", stored("ander.png", picture(10, 10))));
        AssetId asset = stored("gracht.png", picture(40, 20));
        aDraft("Klad", asset);

        ReplaceAsset.Replaced done = replace(asset, picture(80, 40), Seen.ANY);

        assertThat(done.receipt().madeVersion()).isFalse();
        assertThat(asset(asset).file().width()).isEqualTo(80);
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void the_former_file_is_kept_and_can_be_put_back() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        String first = asset(asset).file().sha256();
        publish(aDraft("Gracht", asset));
        replace(asset, picture(80, 40), Seen.ANY);
        replace(asset, picture(90, 50), Seen.ANY);

        room.in(() -> plein.get(ReplaceAsset.class).putBack(room.id(), asset, 1, Seen.ANY));

        assertThat(asset(asset).file().sha256()).isEqualTo(first);
        assertThat(files(asset)).extracting(FileVersion::number).containsExactly(3, 2, 1);
        assertThat(files(asset).get(2).replacedAt()).isNull();
        assertThat(room.in(() -> plein.get(Assets.class).allBlobs())).hasSize(3);
        assertThat(replace(asset, picture(100, 60), Seen.ANY).receipt().version())
                .isEqualTo(5);
        assertThat(files(asset)).extracting(FileVersion::number).containsExactly(4, 3, 2, 1);
        assertThatThrownBy(() -> room.in(() -> plein.get(ReplaceAsset.class).putBack(room.id(), asset, 9, Seen.ANY)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_focal_point_is_kept_where_the_proportions_hold_and_else_taken_from_pages_too() {
        AssetId asset = stored("gracht.png", picture(400, 200));
        room.in(() -> plein.get(SetFocalPoint.class).perform(room.id(), asset, new FocalPoint(0.9, 0.5)));
        publish(aDraft("Gracht", asset));

        assertThat(replace(asset, picture(800, 401), Seen.ANY).focalPoint()).isEqualTo(Replacement.Focus.KEPT);
        assertThat(focusOnPage()).isEqualTo("{\"x\":0.9,\"y\":0.5}");
        assertThat(replace(asset, picture(300, 300), Seen.ANY).focalPoint()).isEqualTo(Replacement.Focus.REMOVED);
        assertThat(asset(asset).file().focus()).isNull();
        assertThat(focusOnPage()).isEmpty();
        assertThat(room.in(() -> plein.get(References.class).toAsset(room.id(), asset)))
                .hasSize(1);

        assertThat(room.in(() -> plein.get(ReplaceAsset.class).putBack(room.id(), asset, 2, Seen.ANY))
                        .focalPoint())
                .isEqualTo(Replacement.Focus.PUT_BACK);
        assertThat(focusOnPage()).isEqualTo("{\"x\":0.9,\"y\":0.5}");
    }

    @Test
    void a_picture_does_not_become_a_document() {
        AssetId picture = stored("gracht.png", picture(40, 20));
        AssetId document = stored("brief.txt", "Geachte".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> replace(picture, "Geachte heer".getBytes(StandardCharsets.UTF_8), Seen.ANY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("picture");
        assertThatThrownBy(() -> replace(document, picture(40, 20), Seen.ANY)).isInstanceOf(Conflict.class);
        assertThat(files(picture)).hasSize(1);
    }

    @Test
    void who_has_not_seen_the_file_as_it_is_does_not_change_it() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        String before = tag(asset);
        describe(asset, "Gracht", Seen.of(before));

        assertThatThrownBy(() -> describe(asset, "Anders", Seen.of(before))).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> replace(asset, picture(80, 40), Seen.of(before)))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> delete(asset, DeleteAsset.Force.EVEN_IF_USED, Seen.of(before)))
                .isInstanceOf(Stale.class);
        assertThat(asset(asset).words().title()).contains("Gracht");
        assertThat(files(asset)).hasSize(1);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        publish(aDraft("Gracht", asset));
        String tag = tag(asset);

        assertThat(replace(asset, picture(40, 20), Seen.ANY).receipt().madeVersion())
                .isFalse();

        assertThat(tag(asset)).isEqualTo(tag);
        assertThat(files(asset)).hasSize(1);
    }

    @Test
    void where_it_is_used_is_told_and_what_the_caller_may_not_see_is_counted() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        TranslationKey seen = aDraft("Gracht", asset);
        TranslationKey hidden = aDraftFor(Audience.group("geheim"), "Geheim", asset);
        publish(seen);
        room.change(PartKind.SETTING, "logo", Json.mapper().createObjectNode().put("asset", asset.toString()));

        FileUses.Uses uses = room.in(() -> plein.get(FileUses.class).of(room.id(), asset));

        assertThat(uses.drafts()).singleElement().satisfies(use -> {
            assertThat(use.translation()).isEqualTo(seen);
            assertThat(use.place()).isEqualTo("/image");
        });
        assertThat(uses.published()).extracting(PageRef::path).containsExactly("/nieuws/gracht");
        assertThat(uses.parts()).containsExactly(new FileUses.PartUse("setting", "logo"));
        assertThat(uses.hidden()).isEqualTo(1);
        assertThat(hidden).isNotEqualTo(seen);
    }

    @Test
    void a_used_file_is_deleted_only_by_force_and_then_leaves_the_page() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        publish(aDraft("Gracht", asset));

        assertThatThrownBy(() -> delete(asset, DeleteAsset.Force.ONLY_UNUSED, Seen.ANY))
                .isInstanceOfSatisfying(Conflict.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("asset-in-use");
                    assertThat(String.valueOf(((Refusal) refusal).details().get("uses")))
                            .contains("published", "draft", "Gracht");
                });
        Receipt receipt = delete(asset, DeleteAsset.Force.EVEN_IF_USED, Seen.ANY);

        assertThat(receipt.version()).isEqualTo(2);
        assertThat(changesSince(1)).hasSize(1);
        assertThat(room.in(() -> plein.get(Assets.class).find(asset))).isEmpty();
        assertThat(room.in(() -> plein.get(Assets.class).allBlobs())).isEmpty();
    }

    @Test
    void an_unused_file_is_deleted_without_a_version() {
        publish(aDraft("Gracht", stored("gracht.png", picture(40, 20))));
        AssetId unused = stored("los.png", picture(10, 20));
        replace(unused, picture(20, 40), Seen.ANY);

        assertThat(delete(unused, DeleteAsset.Force.ONLY_UNUSED, Seen.of(tag(unused)))
                        .madeVersion())
                .isFalse();

        assertThat(room.in(() -> plein.get(Assets.class).allBlobs())).hasSize(1);
    }

    @Test
    void files_are_found_by_kind_by_words_and_by_being_unused() {
        AssetId shown = stored("gracht.png", picture(40, 20));
        AssetId drafted = stored("klad.png", picture(41, 20));
        AssetId unused = stored("los.png", picture(42, 20));
        AssetId document = stored("brief.txt", "Geachte".getBytes(StandardCharsets.UTF_8));
        publish(aDraft("Gracht", shown));
        aDraft("Klad", drafted);
        describe(unused, "Schaatsers 100%", Seen.ANY);

        assertThat(found(AssetKind.DOCUMENT, null)).containsExactly(document);
        assertThat(found(null, "SCHAATSERS 100%")).containsExactly(unused);
        assertThat(found(null, "schaatsers 1_0")).isEmpty();
        assertThat(found(AssetKind.PICTURE, "onder de brug")).containsExactly(unused);
        assertThat(room.in(() -> plein.get(FileUses.class).unused(room.id(), AssetFilter.ALL, Optional.empty(), 10)))
                .extracting(DescribedAsset::id)
                .containsExactly(unused, document);
        assertThat(room.in(() -> plein.get(FileUses.class).unused(room.id(), AssetFilter.ALL, Optional.of(unused), 10)))
                .extracting(DescribedAsset::id)
                .containsExactly(document);
    }

    @Test
    void the_newest_come_first_on_every_page() {
        AssetId first = stored("een.png", picture(40, 20));
        AssetId second = stored("twee.png", picture(41, 20));
        AssetId third = stored("drie.png", picture(42, 20));
        var newest = new AssetFilter(Optional.empty(), Optional.empty(), AssetOrder.NEWEST);

        assertThat(room.in(() -> plein.get(Assets.class).page(room.id(), newest, Optional.empty(), 2)))
                .extracting(DescribedAsset::id)
                .containsExactly(third, second);
        assertThat(room.in(() -> plein.get(FileUses.class).unused(room.id(), newest, Optional.of(second), 2)))
                .extracting(DescribedAsset::id)
                .containsExactly(first);
    }

    @Test
    void former_files_of_one_agency_are_invisible_to_another() {
        AssetId asset = stored("gracht.png", picture(40, 20));
        replace(asset, picture(80, 40), Seen.ANY);
        var other = new Newsroom(plein);

        assertThat(other.in(() -> plein.get(Assets.class).allBlobs())).isEmpty();
        assertThatThrownBy(() -> other.in(() -> plein.get(Assets.class).filesOf(other.id(), asset)))
                .isInstanceOf(NotFound.class);
    }

    private List<AssetId> found(AssetKind kind, String text) {
        var filter = new AssetFilter(Optional.ofNullable(kind), Optional.ofNullable(text), AssetOrder.OLDEST);
        return room.in(() -> plein.get(Assets.class).page(room.id(), filter, Optional.empty(), 10)).stream()
                .map(DescribedAsset::id)
                .toList();
    }

    private AssetId stored(String name, byte[] bytes) {
        return room.in(() -> plein.get(StoreAsset.class).perform(room.id(), name, blob(bytes)))
                .id();
    }

    private BlobStore.Stored blob(byte[] bytes) {
        return plein.get(BlobStore.class).put(new ByteArrayInputStream(bytes));
    }

    private ReplaceAsset.Replaced replace(AssetId asset, byte[] bytes, Seen seen) {
        BlobStore.Stored stored = blob(bytes);
        return room.in(() -> plein.get(ReplaceAsset.class).perform(room.id(), asset, stored, seen));
    }

    private Receipt delete(AssetId asset, DeleteAsset.Force force, Seen seen) {
        return room.in(() -> plein.get(DeleteAsset.class).perform(room.id(), asset, force, seen));
    }

    private void describe(AssetId asset, String title, Seen seen) {
        var words = new AssetWords(
                Optional.of(title),
                Map.of("nl", "Schaatsers onder de brug"),
                Optional.of("Archief"),
                Optional.empty(),
                Optional.of("nl"));
        room.in(() -> plein.get(DescribeAsset.class).perform(room.id(), asset, words, seen));
    }

    private DescribedAsset asset(AssetId asset) {
        return room.in(() -> plein.get(Assets.class).described(room.id(), asset));
    }

    private String tag(AssetId asset) {
        return asset(asset).tag();
    }

    private List<FileVersion> files(AssetId asset) {
        return room.in(() -> plein.get(Assets.class).filesOf(room.id(), asset));
    }

    private Publication open(String path) {
        return ((PathAnswer.Found) room.at(path)).publication();
    }

    private String focusOnPage() {
        return open("/nieuws/gracht")
                .fields()
                .path("image")
                .path("focus")
                .toString()
                .replace("\"\"", "");
    }

    private List<Change> changesSince(long version) {
        return room.in(() -> plein.get(ChangeFeed.class).read(room.id(), version, null, Viewer.PUBLIC, null, 100))
                .items();
    }

    private Receipt publish(TranslationKey key) {
        return room.in(() -> plein.get(PublishEntries.class).perform(room.id(), List.of(key)));
    }

    private TranslationKey aDraft(String title, AssetId asset) {
        return room.in(() -> plein.get(CreateEntry.class)
                        .perform(room.id(), NewEntry.of("news", "nl", fields(title, asset))))
                .key();
    }

    private TranslationKey aDraftFor(Audience audience, String title, AssetId asset) {
        room.change(
                PartKind.GROUP,
                "geheim",
                Json.parse("{\"slug\":\"geheim\",\"title\":{\"nl\":\"Geheim\",\"en\":\"Secret\"}}"));
        return room.in(() -> plein.get(CreateEntry.class)
                        .perform(
                                room.id(),
                                NewEntry.of("news", "nl", fields(title, asset)).forAudience(audience)))
                .key();
    }

    private static JsonNode fields(String title, AssetId asset) {
        var fields = Json.mapper().createObjectNode().put("title", title);
        fields.putObject("image").put("asset", asset.toString()).put("alt", "x");
        return fields;
    }

    private static byte[] picture(int width, int height) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
