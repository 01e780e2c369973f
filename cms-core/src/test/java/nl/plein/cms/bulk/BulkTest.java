package nl.plein.cms.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.node.ObjectNode;

/** The same change to many entries, item by item, and back. */
@OnEveryDatabase
class BulkTest {

    private static final String NEWS =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text"},{"key":"body","kind":"richText","required":true},
              {"key":"topics","kind":"references"},{"key":"labels","kind":"tags"}]}""";
    private static final String TOPIC =
            """
            {"key":"topic","name":{"nl":"Onderwerp"},"fields":[{"key":"title","kind":"text"}]}""";

    @Parameter
    Plein plein;

    private SiteRef site;

    @BeforeEach
    void open() {
        site = plein.aSite();
        in(() -> plein.get(DefineType.class).perform(Json.parse(NEWS)));
        in(() -> plein.get(DefineType.class).perform(Json.parse(TOPIC)));
    }

    @Test
    void what_can_be_done_is_done_and_what_can_not_says_what_it_would_say_alone() {
        TranslationKey first = aDraft("Een");
        TranslationKey empty = aDraftWithoutBody("Leeg");
        TranslationKey last = aDraft("Twee");
        var nowhere = new TranslationKey(new EntryId(UUID.randomUUID()), "nl");

        JobId job = done(BulkAct.PUBLISH, first, empty, nowhere, last);

        assertThat(items(job))
                .extracting(ItemRef::outcome)
                .containsExactly(ItemOutcome.CHANGED, ItemOutcome.REFUSED, ItemOutcome.REFUSED, ItemOutcome.CHANGED);
        assertThat(items(job)).extracting(ItemRef::code).containsExactly("", "not-publishable", "unknown-entry", "");
        assertThat(titleAt("/nieuws/een")).isEqualTo("Een");
        assertThat(titleAt("/nieuws/twee")).isEqualTo("Twee");
        assertThat(job(job).state()).isEqualTo(JobState.DONE);
        assertThat(job(job).done()).isEqualTo(4);
        assertThat(job(job).report().orElseThrow().path("refused").asInt()).isEqualTo(2);
    }

    @Test
    void a_hundred_are_published_as_one_version() {
        TranslationKey[] drafts = new TranslationKey[100];
        for (int i = 0; i < drafts.length; i++) {
            drafts[i] = aDraft("Nieuws " + i);
        }

        done(BulkAct.PUBLISH, drafts);

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void undoing_a_publication_shows_what_was_there_before_and_leaves_drafts_alone() {
        TranslationKey known = aDraft("Een");
        publish(known);
        save(known, "Een anders");
        TranslationKey fresh = aDraft("Twee");
        JobId job = done(BulkAct.PUBLISH, known, fresh);
        assertThat(titleAt("/nieuws/een")).isEqualTo("Een anders");

        JobId undo = undone(job);

        assertThat(items(undo)).extracting(ItemRef::outcome).containsOnly(ItemOutcome.CHANGED);
        assertThat(titleAt("/nieuws/een")).isEqualTo("Een");
        assertThat(titleAt("/nieuws/twee")).isEqualTo("Gone");
        assertThat(title(known)).isEqualTo("Een anders");
    }

    @Test
    void undoing_an_unpublication_shows_the_pages_again() {
        TranslationKey page = aDraft("Een");
        TranslationKey never = aDraft("Twee");
        publish(page);

        JobId job = done(BulkAct.UNPUBLISH, page, never);
        assertThat(titleAt("/nieuws/een")).isEqualTo("Gone");
        assertThat(items(job)).extracting(ItemRef::code).containsExactly("", "not-published");
        undone(job);

        assertThat(titleAt("/nieuws/een")).isEqualTo("Een");
        assertThat(titleAt("/nieuws/twee")).isEqualTo("Absent");
    }

    @Test
    void what_changed_since_is_not_brought_back_and_is_named() {
        TranslationKey one = aDraft("Een");
        TranslationKey two = aDraft("Twee");
        JobId job = done(BulkAct.PUBLISH, one, two);
        save(one, "Een anders");
        publish(one);

        JobId undo = undone(job);

        assertThat(items(undo)).extracting(ItemRef::code).containsExactly("", "changed-since");
        assertThat(titleAt("/nieuws/een")).isEqualTo("Een anders");
        assertThat(titleAt("/nieuws/twee")).isEqualTo("Gone");
    }

    @Test
    void entries_are_laid_aside_thrown_away_and_shown_to_others_and_come_back() {
        TranslationKey one = aDraft("Een");
        TranslationKey shown = aDraft("Twee");
        publish(shown);

        JobId archived = done(BulkAct.ARCHIVE, one, shown);
        assertThat(entry(one).archivedAt()).isPresent();
        assertThat(items(archived)).extracting(ItemRef::code).containsExactly("", "still-published");
        undone(archived);
        assertThat(entry(one).archivedAt()).isEmpty();

        JobId trashed = done(BulkAct.TRASH, one);
        assertThat(entry(one).deletedAt()).isPresent();
        undone(trashed);
        assertThat(entry(one).deletedAt()).isEmpty();
        assertThat(entry(one).translations().get(0).path()).isEqualTo("/nieuws/een");

        JobId narrowed = done(wish(BulkAct.AUDIENCE, Audience.AGENCY), one);
        assertThat(entry(one).audience()).isEqualTo(Audience.AGENCY);
        save(one, "Een anders");
        assertThat(items(undone(narrowed))).extracting(ItemRef::code).containsExactly("changed-since");
        assertThat(entry(one).audience()).isEqualTo(Audience.AGENCY);
    }

    @Test
    void a_reference_is_added_once_and_taken_out_again() {
        EntryId topic = aTopic();
        TranslationKey one = aDraft("Een");
        TranslationKey tagged = aDraft("Twee");
        done(tag(BulkAct.ADD_REFERENCE, topic), tagged);
        TranslationKey other = new TranslationKey(topic, "nl");

        JobId job = done(tag(BulkAct.ADD_REFERENCE, topic), one, tagged, other);

        assertThat(items(job))
                .extracting(ItemRef::outcome)
                .containsExactly(ItemOutcome.CHANGED, ItemOutcome.UNCHANGED, ItemOutcome.REFUSED);
        assertThat(items(job).get(2).code()).isEqualTo("no-references");
        assertThat(topics(one)).containsExactly(topic.toString());
        undone(job);
        assertThat(topics(one)).isEmpty();
        assertThat(topics(tagged)).containsExactly(topic.toString());

        JobId removed = done(tag(BulkAct.REMOVE_REFERENCE, topic), one, tagged);
        assertThat(topics(tagged)).isEmpty();
        assertThat(items(removed))
                .extracting(ItemRef::outcome)
                .containsExactly(ItemOutcome.UNCHANGED, ItemOutcome.CHANGED);
        undone(removed);
        assertThat(topics(tagged)).containsExactly(topic.toString());
        assertThat(items(done(tag(BulkAct.ADD_REFERENCE, new EntryId(UUID.randomUUID())), one)))
                .extracting(ItemRef::code)
                .containsExactly("unknown-target");
    }

    @Test
    void tags_are_references_too() {
        EntryId topic = aTopic();
        TranslationKey one = aDraft("Een");
        JobId job = done(
                new BulkWish(BulkAct.ADD_REFERENCE, Optional.empty(), Optional.of("labels"), Optional.of(topic)), one);

        assertThat(items(job)).extracting(ItemRef::outcome).containsExactly(ItemOutcome.CHANGED);
        assertThat(pointedAt(one, "labels")).containsExactly(topic.toString());
    }

    @Test
    void each_item_asks_whether_the_person_may() {
        PersonId writer = aPerson("Wim", Role.CONTRIBUTOR);
        PersonId blocked = aPerson("Kim", Role.PUBLISHER);
        TranslationKey one = aDraft("Een");

        JobId refused = as(writer, () -> start(wish(BulkAct.PUBLISH), one));
        JobId late = as(
                blocked,
                () -> plein.transaction(() -> {
                    JobId asked = start(wish(BulkAct.PUBLISH), one);
                    plein.get(BlockPerson.class).block(blocked);
                    return asked;
                }));

        ended(refused);
        ended(late);
        assertThat(items(refused)).extracting(ItemRef::code).containsExactly("permission-missing");
        assertThat(items(late)).extracting(ItemRef::code).containsExactly("person-blocked");
        assertThat(version()).isZero();
    }

    @Test
    void what_a_list_holds_is_selected_when_the_job_starts() {
        aTopic();
        TranslationKey one = aDraft("Markt op zaterdag");
        aDraft("Iets anders");
        var filter = new EntryLists.Wanted(
                EntryLists.Place.SITE,
                Optional.of("news"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("markt"),
                Optional.empty(),
                Optional.empty(),
                EntryLists.Order.NEWEST,
                EntryLists.LARGEST_PAGE,
                Optional.empty());

        JobId job = in(() -> plein.get(StartBulk.class)
                .perform(
                        site.id(),
                        wish(BulkAct.TRASH),
                        new Selection(List.of(), Optional.of(filter), Optional.empty())));

        ended(job);
        assertThat(items(job)).extracting(ItemRef::entry).containsExactly(one.entry());
        assertThat(entry(one).deletedAt()).isPresent();
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThatThrownBy(() -> in(() -> start(wish(BulkAct.TRASH)))).isInstanceOf(Invalid.class);
        TranslationKey[] many = new TranslationKey[StartBulk.MOST + 1];
        Arrays.setAll(many, i -> new TranslationKey(new EntryId(UUID.randomUUID()), "nl"));
        assertThatThrownBy(() -> in(() -> start(wish(BulkAct.TRASH), many)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("too-many"));
        assertThatThrownBy(() -> wish(BulkAct.AUDIENCE)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> wish(BulkAct.ADD_REFERENCE)).isInstanceOf(Invalid.class);
    }

    @Test
    void an_undo_is_not_undone_and_what_changed_nothing_has_none() {
        TranslationKey one = aDraft("Een");
        JobId job = done(BulkAct.TRASH, one);
        JobId undo = undone(job);

        assertThatThrownBy(() -> in(() -> plein.get(StartBulk.class).undo(site.id(), undo)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("not-undoable"));
        JobId nothing = done(BulkAct.UNPUBLISH, one);
        assertThatThrownBy(() -> in(() -> plein.get(StartBulk.class).undo(site.id(), nothing)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_change_of_one_agency_is_invisible_to_another() {
        JobId job = done(BulkAct.TRASH, aDraft("Een"));
        SiteRef other = plein.aSite();

        assertThatThrownBy(() -> plein.inAgency(
                        other.agency(), () -> plein.get(BulkChanges.class).get(other.id(), job)))
                .isInstanceOf(NotFound.class);
    }

    private JobId done(BulkAct act, TranslationKey... items) {
        return done(wish(act), items);
    }

    private JobId done(BulkWish wish, TranslationKey... items) {
        return ended(in(() -> start(wish, items)));
    }

    private JobId start(BulkWish wish, TranslationKey... items) {
        List<EntryId> entries = Arrays.stream(items).map(TranslationKey::entry).toList();
        return plein.get(StartBulk.class)
                .perform(site.id(), wish, new Selection(entries, Optional.empty(), Optional.empty()));
    }

    private JobId undone(JobId job) {
        return ended(in(() -> plein.get(StartBulk.class).undo(site.id(), job)));
    }

    private JobId ended(JobId job) {
        plein.eventually(Duration.ofSeconds(60), () -> Optional.of(job(job))
                .filter(one -> one.state().isOver()));
        return job;
    }

    private Job job(JobId job) {
        return plein.get(Jobs.class).get(job);
    }

    private List<ItemRef> items(JobId job) {
        return in(() -> plein.get(BulkChanges.class).items(site.id(), job, Optional.empty(), 0, 200));
    }

    private static BulkWish wish(BulkAct act) {
        return new BulkWish(act, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static BulkWish wish(BulkAct act, Audience audience) {
        return new BulkWish(act, Optional.of(audience), Optional.empty(), Optional.empty());
    }

    private static BulkWish tag(BulkAct act, EntryId target) {
        return new BulkWish(act, Optional.empty(), Optional.of("topics"), Optional.of(target));
    }

    private EntryId aTopic() {
        return in(() -> plein.get(CreateEntry.class)
                        .perform(
                                site.id(),
                                NewEntry.of(
                                        "topic",
                                        "nl",
                                        Json.mapper().createObjectNode().put("title", "Water"))))
                .key()
                .entry();
    }

    private TranslationKey aDraft(String title) {
        return create(fields(title).put("body", "<p>Tekst</p>"));
    }

    private TranslationKey aDraftWithoutBody(String title) {
        return create(fields(title));
    }

    private TranslationKey create(ObjectNode fields) {
        return in(() -> plein.get(CreateEntry.class).perform(site.id(), NewEntry.of("news", "nl", fields)))
                .key();
    }

    private static ObjectNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title);
    }

    private void save(TranslationKey key, String title) {
        in(() -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        key,
                        plein.get(Translations.class).get(site.id(), key).head(),
                        fields(title).put("body", "<p>Anders</p>")));
    }

    private void publish(TranslationKey key) {
        in(() -> plein.get(PublishEntries.class).perform(site.id(), List.of(key)));
    }

    private String title(TranslationKey key) {
        return in(() -> plein.get(Translations.class).get(site.id(), key)).title();
    }

    private List<String> topics(TranslationKey key) {
        return pointedAt(key, "topics");
    }

    private List<String> pointedAt(TranslationKey key, String field) {
        List<String> targets = new ArrayList<>();
        in(() -> plein.get(Translations.class).draft(site.id(), key))
                .payload()
                .path(field)
                .forEach(target -> targets.add(target.path("entry").asString("")));
        return targets;
    }

    private EntryRef entry(TranslationKey key) {
        return in(() -> plein.get(Entries.class).get(site.id(), key.entry()));
    }

    private long version() {
        return in(() -> plein.get(Moments.class).now(site.id())).version();
    }

    private String titleAt(String path) {
        PathAnswer answer = in(() -> plein.get(Publications.class)
                .byPath(site.id(), path, Viewer.PUBLIC, plein.get(Moments.class).now(site.id())));
        return answer instanceof PathAnswer.Found found
                ? found.publication().title()
                : answer.getClass().getSimpleName();
    }

    private PersonId aPerson(String name, Role role) {
        PersonId person = plein.get(AddPerson.class).perform(name);
        in(() -> plein.get(GrantRole.class).onSite(person, site.id(), role));
        return person;
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        var caller = new Caller(Caller.Kind.PERSON, Optional.of(person), "test");
        return plein.inAgency(site.agency(), () -> plein.get(Calling.class).as(caller, work));
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(site.agency(), work);
    }
}
