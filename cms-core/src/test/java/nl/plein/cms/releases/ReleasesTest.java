package nl.plein.cms.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.OpenPages;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.UnpublishEntries;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.ChooseWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Changes that become one version, and are taken back as one. */
@OnEveryDatabase
class ReleasesTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}""";

    @Parameter
    Plein plein;

    private SiteRef site;

    @BeforeEach
    void open() {
        site = plein.aSite();
        in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
        in(() -> plein.get(DefineType.class)
                .perform(Json.parse(TYPE.replace("\"news\"", "\"note\"").replace("/nieuws/", "/notities/"))));
    }

    @Test
    void what_appears_changes_and_vanishes_is_one_version_and_so_is_taking_it_back() {
        TranslationKey fresh = aDraft("Nieuw");
        TranslationKey old = aDraft("Oud");
        TranslationKey gone = aDraft("Weg");
        publish(old);
        publish(gone);
        RevisionId before = shown(old).orElseThrow();
        save(old, "Oud, beter");
        Release release = plan("Voorjaar", publishing(fresh), publishing(old), unpublishing(gone));

        Receipt receipt = perform(release);

        assertThat(receipt.version()).isEqualTo(3);
        assertThat(receipt.act()).isEqualTo("release");
        assertThat(List.of(receipt.made(), receipt.changed(), receipt.removed()))
                .containsExactly(1, 1, 1);
        assertThat(shown(fresh)).isPresent();
        assertThat(shown(old)).isNotEqualTo(Optional.of(before));
        assertThat(shown(gone)).isEmpty();
        assertThat(get(release).state()).isEqualTo(ReleaseState.PUBLISHED);
        assertThat(get(release).madeVersion()).contains(3L);

        Receipt back = rollBack(release);

        assertThat(back.version()).isEqualTo(4);
        assertThat(back.skipped()).isZero();
        assertThat(shown(fresh)).isEmpty();
        assertThat(shown(old)).contains(before);
        assertThat(shown(gone)).isPresent();
        assertThat(get(release).state()).isEqualTo(ReleaseState.ROLLED_BACK);
        assertThat(draft(old).path("title").stringValue("")).isEqualTo("Oud, beter");
    }

    @Test
    void one_draft_that_breaks_a_rule_keeps_all_from_being_published() {
        TranslationKey sound = aDraft("Goed");
        TranslationKey broken = aDraftOf("news", "{\"body\":\"<p>x</p>\"}");
        Release release = plan("Voorjaar", publishing(sound), publishing(broken));

        assertThatThrownBy(() -> perform(release)).isInstanceOfSatisfying(Conflict.class, no -> {
            assertThat(no.code()).isEqualTo("release-not-ready");
            assertThat(no.findings()).extracting(Finding::pointer).containsExactly("/items/1/fields/title");
        });

        assertThat(shown(sound)).isEmpty();
        assertThat(version()).isZero();
        assertThat(get(release).state()).isEqualTo(ReleaseState.PLANNED);
        List<ReviewRelease.Line> lines = review(release);
        assertThat(lines.get(0).findings()).isEmpty();
        assertThat(lines.get(1).findings()).extracting(one -> one.pointer()).containsExactly("/fields/title");
    }

    @Test
    void a_review_tells_addresses_and_other_releases() {
        TranslationKey fresh = aDraft("Nieuw");
        TranslationKey same = aDraft("Zelfde");
        TranslationKey gone = aDraft("Weg");
        publish(same);
        publish(gone);
        plan("Zomer", publishing(fresh));
        Release release = plan("Voorjaar", publishing(fresh), publishing(same), unpublishing(gone));

        List<ReviewRelease.Line> lines = review(release);

        assertThat(lines)
                .extracting(ReviewRelease.Line::effect)
                .containsExactly(
                        ReviewRelease.Effect.APPEARS, ReviewRelease.Effect.NOTHING, ReviewRelease.Effect.VANISHES);
        assertThat(lines.get(0).pathThen()).contains("/nieuws/nieuw");
        assertThat(lines.get(0).pathNow()).isEmpty();
        assertThat(lines.get(0).alsoIn()).containsExactly("Zomer");
        assertThat(lines.get(2).pathNow()).contains("/nieuws/weg");
        assertThat(lines.get(2).pathThen()).isEmpty();
        assertThat(lines.get(2).alsoIn()).isEmpty();
    }

    @Test
    void one_refusal_names_every_item_that_stands_in_the_way_whatever_it_is() {
        TranslationKey unapproved = aDraft("Nog niet goedgekeurd");
        TranslationKey thrown = aDraft("Weg");
        TranslationKey sound = aDraft("Goed");
        TranslationKey untitled = aDraftOf("note", "{\"body\":\"<p>x</p>\"}");
        Release release =
                plan("Voorjaar", publishing(unapproved), publishing(thrown), publishing(untitled), unpublishing(sound));
        in(() -> {
            plein.get(DeleteEntry.class).perform(site.id(), thrown.entry());
            return thrown;
        });
        in(() -> plein.get(ChooseWorkflow.class).perform(site.id(), "news", "review", Seen.ANY));

        assertThatThrownBy(() -> perform(release))
                .isInstanceOfSatisfying(Conflict.class, no -> assertThat(no.findings())
                        .extracting(Finding::pointer, Finding::code)
                        .containsExactly(
                                tuple("/items/0", "not-approved"),
                                tuple("/items/1", "unknown-entry"),
                                tuple("/items/2/fields/title", "required")));

        assertThat(version()).isZero();
        assertThat(review(release)).extracting(line -> line.findings().size()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void an_address_that_is_taken_is_told_in_the_review_until_the_release_frees_it() {
        TranslationKey there = aDraft("Markt");
        publish(there);
        in(() -> plein.get(MoveEntry.class).perform(site.id(), there.entry(), MoveEntry.To.slug("nl", "markt-oud")));
        TranslationKey next = aDraft("Markt");
        Release alone = plan("Alleen", publishing(next));
        Release both = plan("Samen", publishing(next), publishing(there));
        Release instead = plan("In plaats van", publishing(next), unpublishing(there));

        assertThat(review(alone).get(0).findings()).extracting(Finding::code).containsExactly("path-taken");
        assertThatThrownBy(() -> perform(alone)).isInstanceOfSatisfying(Conflict.class, no -> assertThat(no.findings())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(tuple("/items/0", "path-taken")));
        assertThat(review(instead)).allMatch(line -> line.findings().isEmpty());
        assertThat(review(both))
                .extracting(ReviewRelease.Line::effect)
                .containsExactly(ReviewRelease.Effect.APPEARS, ReviewRelease.Effect.MOVES);

        Receipt receipt = perform(both);

        assertThat(receipt.made()).isEqualTo(1);
        assertThat(receipt.changed()).isEqualTo(1);
    }

    @Test
    void what_visitors_see_already_is_left_alone_and_stays_when_the_release_is_taken_back() {
        TranslationKey same = aDraft("Zelfde");
        publish(same);
        TranslationKey fresh = aDraft("Nieuw");
        Release release = plan("Voorjaar", publishing(same), publishing(fresh));

        Receipt receipt = perform(release);

        assertThat(receipt.made()).isEqualTo(1);
        assertThat(receipt.changed()).isZero();
        rollBack(release);
        assertThat(shown(same)).isPresent();
        assertThat(shown(fresh)).isEmpty();
    }

    @Test
    void taking_back_leaves_what_was_published_since_and_what_was_withdrawn_before() {
        TranslationKey again = aDraft("Later nog eens");
        TranslationKey withdrawn = aDraft("Ingetrokken");
        publish(again);
        publish(withdrawn);
        save(again, "In de release");
        save(withdrawn, "In de release ook");
        TranslationKey fresh = aDraft("Nieuw");
        Release release = plan("Voorjaar", publishing(again), publishing(withdrawn), publishing(fresh));
        perform(release);
        save(again, "Na de release");
        publish(again);
        RevisionId newest = shown(again).orElseThrow();
        in(() -> plein.get(UnpublishEntries.class).perform(site.id(), List.of(withdrawn), Closing.WITHDRAWN));

        Receipt back = rollBack(release);

        assertThat(shown(again)).contains(newest);
        assertThat(shown(withdrawn)).isEmpty();
        assertThat(shown(fresh)).isEmpty();
        assertThat(back.skipped()).isEqualTo(2);
        assertThat(get(release).skipped()).isEqualTo(2);
    }

    @Test
    void a_release_that_changes_nothing_is_refused_and_one_with_nothing_left_to_put_back_makes_no_version() {
        TranslationKey one = aDraft("Een");
        publish(one);
        Release same = plan("Zelfde", publishing(one));
        assertThatThrownBy(() -> perform(same)).isInstanceOfSatisfying(Invalid.class, no -> assertThat(no.code())
                .isEqualTo("release-changes-nothing"));
        assertThat(get(same).state()).isEqualTo(ReleaseState.PLANNED);

        save(one, "In de release");
        perform(same);
        save(one, "Erna");
        publish(one);
        long before = version();
        rollBack(same);
        assertThat(version()).isEqualTo(before);
        assertThat(get(same).backVersion()).isEmpty();
        assertThat(get(same).skipped()).isEqualTo(1);
    }

    @Test
    void a_release_is_published_once_and_only_as_it_was_seen() {
        TranslationKey one = aDraft("Een");
        Release release = plan("Voorjaar", publishing(one));
        in(() -> plein.get(PlanRelease.class)
                .change(site.id(), release.id(), "Zomer", List.of(publishing(one)), Seen.of(release.tag())));

        assertThatThrownBy(() -> in(
                        () -> plein.get(PublishRelease.class).perform(site.id(), release.id(), Seen.of(release.tag()))))
                .isInstanceOf(Stale.class);
        perform(release);
        assertThatThrownBy(() -> perform(release)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> in(() ->
                        plein.get(PlanRelease.class).change(site.id(), release.id(), "Herfst", List.of(), Seen.ANY)))
                .isInstanceOf(Conflict.class);
        rollBack(release);
        assertThatThrownBy(() -> rollBack(release)).isInstanceOf(Conflict.class);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void names_and_items_must_be_sound() {
        TranslationKey one = aDraft("Een");

        assertThatThrownBy(() -> plan(" ", publishing(one))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> plan("Twee keer", publishing(one), unpublishing(one)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> plan("Onbekend", publishing(new TranslationKey(one.entry(), "en"))))
                .isInstanceOf(NotFound.class);
        Release empty = plan("Leeg");
        assertThatThrownBy(() -> perform(empty)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_release_of_one_agency_is_invisible_to_another() {
        Release release = plan("Voorjaar", publishing(aDraft("Een")));
        SiteRef other = plein.aSite();

        assertThatThrownBy(() -> plein.inAgency(
                        other.agency(), () -> plein.get(Releases.class).get(other.id(), release.id())))
                .isInstanceOf(NotFound.class);
        assertThat(plein.inAgency(
                        other.agency(), () -> plein.get(Releases.class).page(other.id(), Optional.empty(), 10)))
                .isEmpty();
    }

    private static ReleaseItem publishing(TranslationKey key) {
        return new ReleaseItem(key, ReleaseAct.PUBLISH);
    }

    private static ReleaseItem unpublishing(TranslationKey key) {
        return new ReleaseItem(key, ReleaseAct.UNPUBLISH);
    }

    private Release plan(String name, ReleaseItem... items) {
        return in(() -> plein.get(PlanRelease.class).begin(site.id(), name, Arrays.asList(items)));
    }

    private Receipt perform(Release release) {
        return in(() -> plein.get(PublishRelease.class).perform(site.id(), release.id(), Seen.ANY));
    }

    private Receipt rollBack(Release release) {
        return in(() -> plein.get(RollBackRelease.class).perform(site.id(), release.id(), Seen.ANY));
    }

    private List<ReviewRelease.Line> review(Release release) {
        return in(() -> plein.get(ReviewRelease.class).perform(site.id(), release.id()));
    }

    private Release get(Release release) {
        return in(() -> plein.get(Releases.class).get(site.id(), release.id()));
    }

    private TranslationKey aDraft(String title) {
        return in(() -> plein.get(CreateEntry.class).perform(site.id(), NewEntry.of("news", "nl", fields(title))))
                .key();
    }

    private TranslationKey aDraftOf(String type, String fields) {
        return in(() -> plein.get(CreateEntry.class).perform(site.id(), NewEntry.of(type, "nl", Json.parse(fields))))
                .key();
    }

    private void save(TranslationKey key, String title) {
        in(() -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        key,
                        plein.get(Translations.class).get(site.id(), key).head(),
                        fields(title)));
    }

    private JsonNode draft(TranslationKey key) {
        return in(() -> plein.get(Translations.class).draft(site.id(), key)).payload();
    }

    private static JsonNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title).put("body", "<p>Tekst</p>");
    }

    private void publish(TranslationKey key) {
        in(() -> plein.get(PublishEntries.class).perform(site.id(), List.of(key)));
    }

    private Optional<RevisionId> shown(TranslationKey key) {
        return Optional.ofNullable(in(() -> plein.get(OpenPages.class).of(site.id(), List.of(key)))
                        .get(key))
                .map(OpenPages.Page::revision);
    }

    private long version() {
        return in(() -> plein.get(Moments.class).now(site.id())).version();
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(site.agency(), work);
    }
}
