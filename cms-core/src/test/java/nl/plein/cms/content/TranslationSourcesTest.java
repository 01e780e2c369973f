package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which translation lags behind which, since when, and in what. */
@OnEveryDatabase
class TranslationSourcesTest {

    private static final String EVENT =
            """
            {"key":"event","name":{"nl":"Activiteit"},"fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},
              {"key":"date","kind":"date","localised":false}]}""";

    @Parameter
    Plein plein;

    private AContent content;
    private EntryId entry;
    private TranslationKey nl;
    private TranslationKey en;

    @BeforeEach
    void open() {
        content = AContent.on(plein);
        in(() -> plein.get(DefineType.class).perform(Json.parse(EVENT)));
        entry = content.create(NewEntry.of("event", "nl", fields("Markt", "2026-03-10")))
                .key()
                .entry();
        nl = new TranslationKey(entry, "nl");
        en = new TranslationKey(entry, "en");
        in(() -> plein.get(AddTranslation.class)
                .perform(content.id(), entry, AddTranslation.Wanted.of("en", fields("Market", "2026-03-10"))));
    }

    @Test
    void a_translation_follows_the_draft_that_was_there_when_it_began() {
        FollowedSource followed = followed(en);

        assertThat(followed.source()).isEqualTo(nl);
        assertThat(followed.revision()).isEqualTo(head(nl));
        assertThat(followed.staleSince()).isEmpty();
        assertThat(stale(null)).isEmpty();
        assertThatThrownBy(() -> followed(nl)).isInstanceOf(NotFound.class);
    }

    @Test
    void it_is_stale_since_the_first_change_and_says_what_changed() {
        plein.clock().advance(Duration.ofHours(1));
        Instant first = plein.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        save(nl, fields("Markt op zaterdag", "2026-03-10"));
        plein.clock().advance(Duration.ofHours(1));
        save(nl, fields("Markt op zondag", "2026-03-10"));

        FollowedSource followed = followed(en);

        assertThat(followed.staleSince()).contains(first);
        assertThat(followed.newest()).isEqualTo(head(nl));
        assertThat(in(() -> sources().changes(content.id(), followed)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.field()).isEqualTo("title");
                    assertThat(change.marked().orElseThrow()).contains("<ins>");
                });
        assertThat(stale("en")).containsExactly(en);
        assertThat(stale("nl")).isEmpty();
    }

    @Test
    void what_all_translations_share_makes_none_stale() {
        save(nl, fields("Markt", "2026-04-11"));

        assertThat(followed(en).newest()).isNotEqualTo(followed(en).revision());
        assertThat(followed(en).staleSince()).isEmpty();
        assertThat(stale(null)).isEmpty();
    }

    @Test
    void confirming_names_the_revision_that_was_looked_at() {
        save(nl, fields("Markt op zaterdag", "2026-03-10"));
        RevisionId looked = head(nl);
        save(nl, fields("Markt op zondag", "2026-03-10"));

        follow(en, "nl", looked);
        assertThat(stale(null)).containsExactly(en);

        follow(en, "nl", head(nl));
        assertThat(stale(null)).isEmpty();
    }

    @Test
    void what_is_put_back_as_it_was_is_not_stale() {
        save(nl, fields("Markt op zaterdag", "2026-03-10"));
        save(nl, fields("Markt", "2026-03-10"));

        assertThat(followed(en).staleSince()).isEmpty();
    }

    @Test
    void who_saves_a_translation_may_say_that_it_is_up_to_date() {
        save(nl, fields("Markt op zaterdag", "2026-03-10"));
        RevisionId looked = head(nl);

        in(() -> plein.get(SaveTranslation.class)
                .perform(
                        content.id(),
                        en,
                        head(en),
                        fields("Market on Saturday", "2026-03-10"),
                        SaveDraft.By.PERSON,
                        OptionalLong.empty(),
                        "nl",
                        looked));

        assertThat(followed(en).staleSince()).isEmpty();
        RevisionId saved = head(en);
        assertThatThrownBy(() -> in(() -> plein.get(SaveTranslation.class)
                        .perform(
                                content.id(),
                                en,
                                saved,
                                fields("Lost", "2026-03-10"),
                                SaveDraft.By.PERSON,
                                OptionalLong.empty(),
                                "nl",
                                new RevisionId(UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
        assertThat(head(en)).isEqualTo(saved);
    }

    @Test
    void what_is_no_revision_of_the_other_translation_is_refused() {
        assertThatThrownBy(() -> follow(en, "en", head(en))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> follow(en, "nl", head(en))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> follow(en, "fr", head(nl))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_revision_that_is_followed_is_never_thinned_out() {
        in(() -> plein.get(SaveDraft.class)
                .perform(content.id(), nl, head(nl), fields("Markt op za", "2026-03-10"), SaveDraft.By.PROGRAM));
        RevisionId looked = head(nl);
        follow(en, "nl", looked);
        save(nl, fields("Markt op zaterdag", "2026-03-10"));

        plein.clock().advance(Duration.ofDays(40));
        plein.get(ThinRevisions.class).perform();

        assertThat(in(() -> plein.get(Translations.class).revision(content.id(), nl, looked))
                        .payload()
                        .path("title")
                        .asString(""))
                .isEqualTo("Markt op za");
    }

    @Test
    void stale_translations_come_in_pages_without_those_in_the_trash() {
        save(nl, fields("Markt op zaterdag", "2026-03-10"));
        EntryId other = content.create(NewEntry.of("event", "nl", fields("Feest", "2026-03-10")))
                .key()
                .entry();
        in(() -> plein.get(AddTranslation.class)
                .perform(content.id(), other, AddTranslation.Wanted.of("en", fields("Party", "2026-03-10"))));
        save(new TranslationKey(other, "nl"), fields("Feest op zondag", "2026-03-10"));

        List<TranslationSources.Stale> first =
                in(() -> sources().stale(content.id(), Optional.empty(), Optional.empty(), 1));
        List<TranslationSources.Stale> rest = in(() -> sources()
                .stale(content.id(), Optional.empty(), Optional.of(first.get(0).id()), 10));
        in(() -> {
            plein.get(DeleteEntry.class).perform(content.id(), other);
            return 0;
        });

        assertThat(first).hasSize(1);
        assertThat(rest).hasSize(1);
        assertThat(stale(null)).containsExactly(en);
    }

    @Test
    void what_is_followed_in_one_agency_is_invisible_to_another() {
        AContent other = AContent.on(plein);

        assertThatThrownBy(() -> plein.inAgency(other.site.agency(), () -> plein.get(TranslationSources.class)
                        .get(other.id(), en)))
                .isInstanceOf(NotFound.class);
    }

    private FollowedSource followed(TranslationKey key) {
        return in(() -> sources().get(content.id(), key));
    }

    private List<TranslationKey> stale(String locale) {
        return in(() -> sources().stale(content.id(), Optional.ofNullable(locale), Optional.empty(), 10)).stream()
                .map(one -> one.followed().translation())
                .toList();
    }

    private void follow(TranslationKey key, String locale, RevisionId revision) {
        in(() -> {
            plein.get(FollowSource.class).perform(content.id(), key, locale, revision);
            return 0;
        });
    }

    private void save(TranslationKey key, JsonNode fields) {
        in(() -> plein.get(SaveDraft.class).perform(content.id(), key, head(key), fields));
    }

    private RevisionId head(TranslationKey key) {
        return in(() -> plein.get(Translations.class).get(content.id(), key)).head();
    }

    private TranslationSources sources() {
        return plein.get(TranslationSources.class);
    }

    private static ObjectNode fields(String title, String date) {
        return Json.mapper()
                .createObjectNode()
                .put("title", title)
                .put("body", "<p>Tekst</p>")
                .put("date", date);
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(content.site.agency(), work);
    }
}
