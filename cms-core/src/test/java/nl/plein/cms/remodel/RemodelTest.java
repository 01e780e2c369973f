package nl.plein.cms.remodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.RestoreRevision;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.model.TypeVersion;
import nl.plein.cms.model.TypeVersions;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.PutBackPage;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** A type is changed while entries are made of it: first one sees what it means, then nothing gets lost unseen. */
@OnEveryDatabase
class RemodelTest {

    private static final String QUOTE =
            """
            {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[
              {"key":"words","kind":"longText"},{"key":"by","kind":"text","name":{"nl":"Door","en":"By"}}]}""";

    private static final String NEWS =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},
              {"key":"intro","kind":"longText","name":{"nl":"Inleiding","en":"Introduction"}},
              {"key":"source","kind":"text","name":{"nl":"Bron","en":"Source"}},
              {"key":"price","kind":"text"},
              {"key":"parts","kind":"blocks"}]}""";

    private static final String CHANGED =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true,"maxLength":20},
              {"key":"summary","was":"intro","kind":"richText","name":{"nl":"Samenvatting"}},
              {"key":"price","kind":"number"},
              {"key":"parts","kind":"blocks"}]}""";

    @Parameter
    Plein plein;

    private SiteRef site;

    @BeforeEach
    void found() {
        site = plein.aSite();
        here(() -> plein.get(DefineType.class).perform(Json.parse(QUOTE)));
        here(() -> plein.get(DefineType.class).perform(Json.parse(NEWS)));
    }

    @Test
    void the_impact_tells_what_is_lost_what_fits_no_more_and_what_is_written_anew() {
        TranslationKey dear = create("Kaartje", "{\"intro\":\"Twee\\n\\nalinea's\",\"price\":\"12.50\"}");
        TranslationKey free = create("Gratis", "{\"source\":\"ANP\",\"price\":\"gratis\"}");
        TranslationKey lengthy = create("Een titel die veel te lang is geworden", "{}");
        publish(dear, free, lengthy);
        save(dear, "{\"title\":\"Kaartje\",\"intro\":\"Anders\",\"price\":\"13\"}");

        TypeImpact impact = weigh(CHANGED);

        assertThat(impact.texts()).isEqualTo(4);
        assertThat(impact.lost().drafts()).isEqualTo(1);
        assertThat(impact.lost().shown()).isEqualTo(1);
        assertThat(impact.lost().examples())
                .extracting(TypeImpact.Example::translation, TypeImpact.Example::pointer, TypeImpact.Example::code)
                .containsExactlyInAnyOrder(
                        tuple(free, "/source", "value-removed"), tuple(free, "/price", "value-unreadable"));
        assertThat(impact.lost().examples())
                .filteredOn(example -> example.pointer().equals("/source"))
                .allSatisfy(example -> {
                    assertThat(example.path()).isEqualTo("/nieuws/gratis");
                    assertThat(example.words().nl()).contains("\"Bron\"");
                    assertThat(example.words().en()).contains("\"Source\"");
                });
        assertThat(impact.unfit().examples())
                .extracting(TypeImpact.Example::translation, TypeImpact.Example::pointer, TypeImpact.Example::code)
                .containsExactly(tuple(lengthy, "/title", "too-long"));
        assertThat(impact.rewritten().drafts()).isEqualTo(2);
        assertThat(impact.rewritten().shown()).isEqualTo(2);
        assertThat(impact.filters())
                .extracting(TypeImpact.LostFilter::name, TypeImpact.LostFilter::code)
                .contains(tuple("source", "filter-gone"), tuple("price", "filter-changed"));
        assertThat(impact.fields())
                .extracting(field -> field.pointer() + " " + field.fate().key() + " "
                        + field.to().orElse(""))
                .containsExactlyInAnyOrder(
                        "/title rules /title",
                        "/intro converted /summary",
                        "/price converted /price",
                        "/source removed ");
    }

    @Test
    void what_was_unfit_before_is_no_part_of_the_impact() {
        create("", "{}");

        assertThat(weigh(CHANGED).unfit().isNone()).isTrue();
    }

    @Test
    void nothing_is_taken_away_unseen() {
        create("Gratis", "{\"source\":\"ANP\"}");

        assertThat(refusal(() -> change(CHANGED, Optional.empty())))
                .isInstanceOf(Conflict.class)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo("impact-unseen");
                    assertThat(e.details().get("lost")).hasToString("{\"drafts\":1,\"published\":0}");
                });
        assertThat(type()).contains("\"source\"");
    }

    @Test
    void who_confirms_one_impact_does_not_get_another() {
        create("Gratis", "{\"source\":\"ANP\"}");
        String seen = weigh(CHANGED).fingerprint();
        create("Nog een", "{\"source\":\"Reuters\"}");

        assertThat(refusal(() -> change(CHANGED, Optional.of(seen))))
                .isInstanceOf(Stale.class)
                .satisfies(e -> assertThat(e.code()).isEqualTo("impact-moved-on"));
        String other = CHANGED.replace("\"maxLength\":20", "\"maxLength\":30");
        assertThat(weigh(other).fingerprint()).isNotEqualTo(weigh(CHANGED).fingerprint());
        assertThat(weigh(CHANGED).fingerprint()).isEqualTo(weigh(CHANGED).fingerprint());
    }

    @Test
    void drafts_and_pages_are_carried_over_and_what_they_said_stays_in_the_history() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eén & twee\",\"source\":\"ANP\",\"price\":\"12.50\"}");
        publish(page);
        RevisionId before = draft(page).id();

        carry(CHANGED);

        JsonNode now = Json.parse("{\"title\":\"Kaartje\",\"summary\":\"<p>Eén &amp; twee</p>\",\"price\":12.50}");
        Saved draft = draft(page);
        assertThat(draft.payload()).isEqualTo(now);
        assertThat(draft.basedOn()).contains(before);
        assertThat(draft.savedBy()).isEmpty();
        assertThat(here(() -> translations().revision(site.id(), page, before))
                        .payload()
                        .path("source")
                        .asString())
                .isEqualTo("ANP");
        Publication shown = shown(page);
        assertThat(shown.fields()).isEqualTo(now);
        assertThat(shown.revision()).isEqualTo(draft.id());
        assertThat(here(() -> translations().get(site.id(), page)).publishedRevision())
                .contains(draft.id());
    }

    @Test
    void what_visitors_see_changes_its_fields_and_not_its_words() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Voor iedereen\"}");
        publish(page);
        save(page, "{\"title\":\"Kaartje\",\"intro\":\"Nog niet af\"}");
        Publication before = shown(page);

        carry(CHANGED);

        Publication after = shown(page);
        assertThat(after.fields().path("summary").asString()).isEqualTo("<p>Voor iedereen</p>");
        assertThat(draft(page).payload().path("summary").asString()).isEqualTo("<p>Nog niet af</p>");
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(after.updatedAt()).isEqualTo(before.updatedAt());
        assertThat(after.publishedAt()).isEqualTo(before.publishedAt());
        assertThat(after.from()).isGreaterThan(before.from());
    }

    @Test
    void before_the_job_has_come_to_a_draft_it_is_read_by_the_new_fields() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\",\"price\":\"5\"}");
        String seen = weigh(CHANGED).fingerprint();

        here(() -> plein.transaction(() -> {
            plein.get(RemodelType.class).perform("news", Json.parse(CHANGED), Seen.ANY, Optional.of(seen));
            Saved draft = translations().draft(site.id(), page);
            assertThat(draft.payload().path("summary").asString()).isEqualTo("<p>Eerste</p>");
            assertThat(draft.payload().path("price").isNumber()).isTrue();
            assertThat(draft.number()).isEqualTo(1);
            assertThat(plein.get(LaggingTexts.class).any(site.id())).isTrue();
        }));
        plein.eventually(Duration.ofSeconds(20), () -> Optional.of(draft(page)).filter(draft -> draft.number() == 2));
        assertThat(here(() -> plein.get(LaggingTexts.class).any(site.id()))).isFalse();
    }

    @Test
    void a_tab_that_was_open_before_the_change_can_still_save() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\",\"source\":\"ANP\",\"price\":\"5\"}");
        Saved read = draft(page);
        carry(CHANGED);

        Saved saved = here(() -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        page,
                        read.id(),
                        Json.parse("{\"title\":\"Kaartje\",\"intro\":\"Tweede\",\"source\":\"ANP\",\"price\":\"6\"}"),
                        SaveDraft.By.PERSON,
                        OptionalLong.of(read.model())));

        assertThat(saved.payload())
                .isEqualTo(Json.parse("{\"title\":\"Kaartje\",\"summary\":\"<p>Tweede</p>\",\"price\":6}"));
    }

    @Test
    void a_client_that_names_no_model_is_understood_where_its_fields_are_of_the_former_type() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\"}");
        RevisionId read = draft(page).id();
        carry(CHANGED);

        Saved saved = here(() -> plein.get(SaveDraft.class)
                .perform(site.id(), page, read, Json.parse("{\"title\":\"Kaartje\",\"intro\":\"Tweede\"}")));

        assertThat(saved.payload().path("summary").asString()).isEqualTo("<p>Tweede</p>");
    }

    @Test
    void words_that_have_no_place_any_more_are_kept_aside_and_not_dropped() {
        TranslationKey page = create("Kaartje", "{\"source\":\"ANP\"}");
        RevisionId read = draft(page).id();
        carry(CHANGED);

        Refusal refusal = refusal(() -> plein.get(SaveDraft.class)
                .perform(site.id(), page, read, Json.parse("{\"title\":\"Kaartje\",\"source\":\"Reuters\"}")));

        assertThat(refusal.code()).isEqualTo("type-changed");
        assertThat(refusal.findings()).extracting(finding -> finding.pointer()).containsExactly("/fields/source");
        assertThat(here(() -> plein.get(nl.plein.cms.content.KeptDrafts.class).of(site.id(), page)))
                .extracting(kept -> kept.payload().path("source").asString())
                .containsExactly("Reuters");
    }

    @Test
    void a_page_is_put_back_over_a_change_to_what_it_said_before_it_was_last_edited() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\"}");
        publish(page);
        save(page, "{\"title\":\"Kaartje\",\"intro\":\"Tweede\"}");
        publish(page);
        carry(CHANGED);

        here(() -> plein.get(PutBackPage.class).perform(site.id(), page, Seen.ANY));

        assertThat(shown(page).fields().path("summary").asString()).isEqualTo("<p>Eerste</p>");
    }

    @Test
    void an_older_revision_is_restored_by_the_new_fields() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\"}");
        RevisionId first = draft(page).id();
        save(page, "{\"title\":\"Kaartje\",\"intro\":\"Tweede\"}");
        carry(CHANGED);

        Saved restored = here(() -> plein.get(RestoreRevision.class).perform(site.id(), page, first, Seen.ANY));

        assertThat(restored.payload().path("summary").asString()).isEqualTo("<p>Eerste</p>");
    }

    @Test
    void fields_of_blocks_change_in_every_text_that_has_such_a_block() {
        TranslationKey page = create(
                "Kaartje",
                "{\"parts\":[{\"id\":\"b1\",\"type\":\"quote\",\"fields\":{\"words\":\"Mooi\",\"by\":\"Noor\"}}]}");
        publish(page);
        String block = QUOTE.replace("{\"key\":\"by\"", "{\"key\":\"speaker\",\"was\":\"by\"");

        TypeImpact impact = weigh("quote", block);
        Job job = ended(change("quote", block, Optional.of(impact.fingerprint())));

        assertThat(impact.rewritten().drafts()).isEqualTo(1);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(shown(page).fields().at("/parts/0/fields/speaker").asString())
                .isEqualTo("Noor");
        assertThat(draft(page).payload().at("/parts/0/fields/by").isMissingNode())
                .isTrue();
    }

    @Test
    void two_changes_in_a_row_are_made_one_after_the_other() {
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\"}");
        carry(CHANGED);
        String back = CHANGED.replace(
                "\"summary\",\"was\":\"intro\",\"kind\":\"richText\"",
                "\"lead\",\"was\":\"summary\",\"kind\":\"text\"");

        carry(back);

        assertThat(draft(page).payload().path("lead").asString()).isEqualTo("Eerste");
    }

    @Test
    void definitions_are_kept_and_tell_what_their_fields_were() {
        carry(CHANGED);

        List<TypeVersion> versions = here(() -> plein.get(TypeVersions.class).of("news", Long.MAX_VALUE, 10));

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).definition().at("/fields/1/was").asString()).isEqualTo("intro");
        assertThat(versions.get(0).tag())
                .isEqualTo(here(() -> plein.get(ContentTypes.class).get("news")).tag());
        assertThat(versions.get(1).definition()).isEqualTo(Json.parse(NEWS));
        assertThat(type()).doesNotContain("\"was\"");
    }

    @Test
    void what_no_conversion_can_say_needs_another_key() {
        create("Kaartje", "{}");
        String impossible = NEWS.replace("\"price\",\"kind\":\"text\"", "\"price\",\"kind\":\"location\"");
        String unknown = NEWS.replace("{\"key\":\"price\"", "{\"key\":\"price\",\"was\":\"cost\"");

        assertThat(refusal(() -> plein.get(WeighTypeChange.class).perform("news", Json.parse(impossible)))
                        .code())
                .isEqualTo("kind-fixed");
        assertThat(refusal(() -> plein.get(WeighTypeChange.class).perform("news", Json.parse(unknown))))
                .isInstanceOf(Invalid.class)
                .satisfies(e -> assertThat(e.findings().get(0).pointer()).isEqualTo("/fields/3/was"));
    }

    @Test
    void new_rules_for_references_and_unique_values_are_judged_too() {
        create("Een", "{\"source\":\"ANP\"}");
        create("Twee", "{\"source\":\"ANP\"}");
        String unique = NEWS.replace(
                "{\"key\":\"source\",\"kind\":\"text\"", "{\"key\":\"source\",\"kind\":\"text\",\"unique\":true");

        assertThat(weigh(unique).unfit().examples())
                .extracting(TypeImpact.Example::pointer, TypeImpact.Example::code)
                .containsExactly(tuple("/source", "value-taken"));
    }

    @Test
    void another_agency_with_the_same_type_is_left_alone() {
        SiteRef mine = site;
        TranslationKey page = create("Kaartje", "{\"intro\":\"Eerste\"}");
        found();
        create("Ander", "{\"intro\":\"Anders\"}");

        carry(CHANGED);

        site = mine;
        assertThat(draft(page).payload().path("intro").asString()).isEqualTo("Eerste");
        assertThat(type()).contains("\"intro\"");
    }

    private <T> T here(Supplier<T> work) {
        return plein.inAgency(site.agency(), work);
    }

    private void here(Runnable work) {
        plein.inAgency(site.agency(), work);
    }

    private Translations translations() {
        return plein.get(Translations.class);
    }

    private TranslationKey create(String title, String fields) {
        var all = (tools.jackson.databind.node.ObjectNode) Json.parse(fields);
        if (!title.isEmpty()) {
            all.put("title", title);
        }
        return here(() -> plein.get(CreateEntry.class)
                .perform(site.id(), NewEntry.of("news", "nl", all))
                .key());
    }

    private void save(TranslationKey key, String fields) {
        RevisionId head = draft(key).id();
        here(() -> plein.get(SaveDraft.class).perform(site.id(), key, head, Json.parse(fields)));
    }

    private void publish(TranslationKey... keys) {
        here(() -> plein.get(PublishEntries.class).perform(site.id(), List.of(keys)));
    }

    private Saved draft(TranslationKey key) {
        return here(() -> translations().draft(site.id(), key));
    }

    private Publication shown(TranslationKey key) {
        return here(() -> plein.get(Publications.class)
                .byId(
                        site.id(),
                        key.entry(),
                        key.locale(),
                        Viewer.PUBLIC,
                        plein.get(Moments.class).now(site.id()))
                .orElseThrow());
    }

    private String type() {
        return here(() -> plein.get(ContentTypes.class).get("news")).json().toString();
    }

    private TypeImpact weigh(String definition) {
        return weigh("news", definition);
    }

    private TypeImpact weigh(String key, String definition) {
        return here(() -> plein.get(WeighTypeChange.class).perform(key, Json.parse(definition)));
    }

    private RemodelType.Remodelled change(String definition, Optional<String> fingerprint) {
        return change("news", definition, fingerprint);
    }

    private RemodelType.Remodelled change(String key, String definition, Optional<String> fingerprint) {
        return here(() -> plein.get(RemodelType.class).perform(key, Json.parse(definition), Seen.ANY, fingerprint));
    }

    /** Changes the type as somebody does who has seen the impact, and waits for what follows. */
    private void carry(String definition) {
        RemodelType.Remodelled changed =
                change(definition, Optional.of(weigh(definition).fingerprint()));
        if (changed.job().isPresent()) {
            Job job = ended(changed);
            assertThat(job.state()).as(job.log() + job.failure()).isEqualTo(JobState.DONE);
        }
    }

    private Job ended(RemodelType.Remodelled changed) {
        return plein.eventually(Duration.ofSeconds(20), () -> Optional.of(
                        plein.get(Jobs.class).get(changed.job().orElseThrow()))
                .filter(job -> job.state().isOver()));
    }

    private Refusal refusal(ThrowingCallable work) {
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(() -> here(() -> {
                    try {
                        work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isInstanceOfSatisfying(Refusal.class, e -> refused[0] = e);
        return refused[0];
    }
}
