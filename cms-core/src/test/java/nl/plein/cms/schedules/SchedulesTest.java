package nl.plein.cms.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.Showing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.WithdrawRole;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.publishing.Receipts;
import nl.plein.cms.releases.PlanRelease;
import nl.plein.cms.releases.Release;
import nl.plein.cms.releases.ReleaseAct;
import nl.plein.cms.releases.ReleaseItem;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** What is to happen at a time happens then, once, as the person who wants it. */
@OnEveryDatabase
class SchedulesTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text"},{"key":"body","kind":"richText","required":true}]}""";

    @Parameter
    Plein plein;

    private SiteRef site;
    private PersonId noor;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        it_is("2026-03-10T08:00:00Z");
        site = plein.aSite();
        noor = aPublisher("Noor");
        as(
                noor,
                () -> plein.inAgency(
                        site.agency(), () -> plein.get(DefineType.class).perform(Json.parse(TYPE))));
    }

    @AfterEach
    void setTheClockBack() {
        plein.clock().set(before);
    }

    @Test
    void nothing_happens_before_the_time_and_everything_once_after_it() {
        TranslationKey news = aDraft("Markt");
        ScheduleId id = schedule(news, ScheduledAct.PUBLISH, "2026-03-10T10:00").id();

        it_is("2026-03-10T08:59:59.999Z");
        run();
        assertThat(isPublished(news)).isFalse();
        it_is("2026-03-10T09:00:00Z");
        run();
        assertThat(isPublished(news)).isTrue();
        long version = version();
        assertThat(get(id).madeVersion()).contains(version);
        it_is("2026-03-10T09:05:00Z");
        run();
        assertThat(version()).isEqualTo(version);
        assertThat(receipt(version).by()).contains(noor);
    }

    @Test
    void in_both_nights_that_the_clock_changes_each_time_comes_once_and_never_early() {
        List<String> spring = List.of("01:30", "02:00", "02:30", "03:00", "03:30");
        List<String> autumn = List.of("01:30", "02:00", "02:30", "03:00");
        Night first = night("2026-03-28T23:00:00Z", "2026-03-29T", spring);
        Night second = night("2026-10-24T22:00:00Z", "2026-10-25T", autumn);

        assertThat(first.doneAt())
                .containsExactly(
                        Instant.parse("2026-03-29T00:30:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(second.doneAt())
                .containsExactly(
                        Instant.parse("2026-10-24T23:30:00Z"),
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"));
        Proof.figure("schedule_dst_items", spring.size() + autumn.size());
        Proof.figure("schedule_dst_early", first.early() + second.early());
        Proof.figure("schedule_dst_twice", first.twice() + second.twice());
    }

    private record Night(List<Instant> doneAt, long early, long twice) {}

    /** Six hours of a night, minute by minute. */
    private Night night(String from, String day, List<String> times) {
        it_is(from);
        List<Schedule> schedules = new ArrayList<>();
        for (String time : times) {
            schedules.add(schedule(aDraft(day + time), ScheduledAct.PUBLISH, day + time));
        }
        long versions = version();
        for (int minute = 0; minute < 360; minute++) {
            plein.clock().advance(Duration.ofMinutes(1));
            run();
        }
        List<Schedule> after = schedules.stream().map(one -> get(one.id())).toList();
        List<Instant> done =
                after.stream().map(one -> one.ended().orElseThrow()).toList();
        long early = after.stream()
                .filter(one -> one.ended().orElseThrow().isBefore(one.due()))
                .count();
        long made = 0;
        for (long version = versions + 1; version <= version(); version++) {
            made += receipt(version).made() + receipt(version).changed();
        }
        return new Night(done, early, made - times.size());
    }

    @Test
    void the_draft_as_it_is_then_is_published_unless_a_revision_was_named() {
        Written.Saved open = aSavedDraft("Open");
        Written.Saved named = aSavedDraft("Genoemd");
        schedule(open.key(), ScheduledAct.PUBLISH, "2026-03-10T10:00");
        ScheduleId id = publisher(() -> plein.get(ScheduleTranslation.class)
                        .perform(
                                site.id(),
                                named.key(),
                                ScheduledAct.PUBLISH,
                                "2026-03-10T10:00",
                                Optional.of(named.revision())))
                .id();
        RevisionId newest = save(open, "Open, beter");
        RevisionId head = save(named, "Genoemd, ongezien");

        it_is("2026-03-10T09:00:00Z");
        run();

        shows(open.key(), newest);
        assertThat(isPublished(named.key())).isFalse();
        assertThat(get(id).state()).isEqualTo(ScheduleState.REFUSED);
        assertThat(get(id).code()).isEqualTo("draft-changed");
        assertThat(get(id).sentence()).contains("look at what is new");

        publisher(() -> plein.get(ChangeSchedule.class)
                .perform(site.id(), id, "2026-03-10T11:00", Optional.of(head), Seen.of(get(id).tag())));
        it_is("2026-03-10T10:00:00Z");
        run();
        shows(named.key(), head);
        assertThat(get(id).state()).isEqualTo(ScheduleState.DONE);
        assertThat(get(id).code()).isEmpty();
    }

    @Test
    void one_that_breaks_a_rule_says_so_and_holds_up_nobody() {
        List<TranslationKey> sound = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sound.add(aDraft("Goed " + i));
            schedule(sound.get(i), ScheduledAct.PUBLISH, "2026-03-10T10:00");
        }
        TranslationKey poison = publisher(() -> plein.get(CreateEntry.class)
                        .perform(site.id(), NewEntry.of("news", "nl", Json.parse("{\"title\":\"Leeg\"}"))))
                .key();
        ScheduleId id =
                schedule(poison, ScheduledAct.PUBLISH, "2026-03-10T10:00").id();

        it_is("2026-03-10T09:00:00Z");
        run();

        assertThat(sound).allMatch(this::isPublished);
        assertThat(get(id).state()).isEqualTo(ScheduleState.REFUSED);
        assertThat(get(id).code()).isEqualTo("not-publishable");
        assertThat(get(id).findings()).extracting(one -> one.pointer()).containsExactly("/0/fields/body");
    }

    @Test
    void whoever_scheduled_it_is_asked_again_at_that_time() {
        PersonId sam = aPublisher("Sam");
        PersonId kim = aPublisher("Kim");
        TranslationKey ofSam = aDraft("Van Sam");
        TranslationKey ofKim = aDraft("Van Kim");
        TranslationKey ofNoor = aDraft("Van Noor");
        ScheduleId lost = as(sam, () -> schedule(ofSam)).id();
        ScheduleId blocked = as(kim, () -> schedule(ofKim)).id();
        schedule(ofNoor, ScheduledAct.PUBLISH, "2026-03-10T10:00");
        plein.get(Memberships.class)
                .of(sam)
                .forEach(role -> plein.inAgency(
                        site.agency(), () -> plein.get(WithdrawRole.class).perform(role)));
        as(noor, () -> plein.get(GrantRole.class).onSite(sam, site.id(), Role.READER));
        plein.get(BlockPerson.class).block(kim);

        it_is("2026-03-10T09:00:00Z");
        run();

        assertThat(isPublished(ofNoor)).isTrue();
        assertThat(isPublished(ofSam)).isFalse();
        assertThat(get(lost).code()).isEqualTo("permission-missing");
        assertThat(get(lost).sentence()).contains("ask an administrator");
        assertThat(isPublished(ofKim)).isFalse();
        assertThat(get(blocked).code()).isEqualTo("scheduler-blocked");
    }

    @Test
    void nobody_without_the_permission_schedules_changes_or_cancels() {
        TranslationKey news = aDraft("Markt");
        ScheduleId id = schedule(news, ScheduledAct.PUBLISH, "2026-03-10T10:00").id();
        PersonId writer = aPerson("Wim", Role.CONTRIBUTOR);

        assertThatThrownBy(() -> as(writer, () -> schedule(news))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(writer, () -> plein.get(ChangeSchedule.class)
                        .perform(site.id(), id, "2026-03-10T11:00", Optional.empty(), Seen.ANY)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(writer, () -> cancel(id, Seen.ANY))).isInstanceOf(NotPermitted.class);
        assertThat(as(writer, () -> plein.get(Schedules.class).get(site.id(), id))
                        .act())
                .isEqualTo(ScheduledAct.PUBLISH);
    }

    @Test
    void after_hours_without_a_server_what_is_due_of_one_page_happens_in_its_order() {
        TranslationKey news = aDraft("Markt");
        schedule(news, ScheduledAct.UNPUBLISH, "2026-03-10T11:00");
        schedule(news, ScheduledAct.PUBLISH, "2026-03-10T10:00");

        it_is("2026-03-10T15:00:00Z");
        run();

        assertThat(isPublished(news)).isFalse();
        assertThat(version()).isEqualTo(2);
        assertThat(receipt(1).act()).isEqualTo("publish");
        assertThat(receipt(2).act()).isEqualTo("unpublish");
    }

    @Test
    void archiving_takes_the_page_away_and_lays_the_entry_aside() {
        TranslationKey shown = aDraft("Getoond");
        TranslationKey never = aDraft("Nooit getoond");
        schedule(shown, ScheduledAct.PUBLISH, "2026-03-10T10:00");
        ScheduleId first =
                schedule(shown, ScheduledAct.ARCHIVE, "2026-03-10T11:00").id();
        ScheduleId second =
                schedule(never, ScheduledAct.ARCHIVE, "2026-03-10T12:00").id();

        it_is("2026-03-10T09:00:00Z");
        run();
        assertThat(isPublished(shown)).isTrue();
        it_is("2026-03-10T10:00:00Z");
        run();
        it_is("2026-03-10T11:00:00Z");
        run();

        assertThat(isPublished(shown)).isFalse();
        assertThat(isArchived(shown)).isTrue();
        assertThat(get(first).madeVersion()).contains(2L);
        assertThat(isArchived(never)).isTrue();
        assertThat(get(second).state()).isEqualTo(ScheduleState.DONE);
        assertThat(get(second).madeVersion()).isEmpty();
    }

    @Test
    void a_release_is_published_at_its_time_once_and_as_one_version() {
        TranslationKey one = aDraft("Een");
        TranslationKey other = aDraft("Ander");
        Release release = release(one, other);
        ScheduleId first = schedule(release, "2026-03-10T10:00");
        ScheduleId again = schedule(release, "2026-03-10T10:30");

        it_is("2026-03-10T08:59:59.999Z");
        run();
        assertThat(isPublished(one)).isFalse();
        it_is("2026-03-10T09:00:00Z");
        run();

        assertThat(isPublished(one)).isTrue();
        assertThat(isPublished(other)).isTrue();
        assertThat(receipt(1).act()).isEqualTo("release");
        assertThat(receipt(1).by()).contains(noor);
        assertThat(get(first).madeVersion()).contains(1L);
        it_is("2026-03-10T09:30:00Z");
        run();
        assertThat(get(again).state()).isEqualTo(ScheduleState.DONE);
        assertThat(get(again).madeVersion()).isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void two_nodes_at_once_publish_a_release_once() throws Exception {
        TranslationKey news = aDraft("Samen");
        ScheduleId id = schedule(release(news), "2026-03-10T10:00");
        it_is("2026-03-10T09:00:00Z");

        var one = CompletableFuture.supplyAsync(this::run);
        var other = CompletableFuture.supplyAsync(this::run);

        one.get();
        other.get();
        assertThat(isPublished(news)).isTrue();
        assertThat(version()).isEqualTo(1);
        assertThat(get(id).state()).isEqualTo(ScheduleState.DONE);
    }

    @Test
    void a_release_that_is_not_ready_says_so_and_one_that_was_dropped_is_called_off() {
        TranslationKey sound = aDraft("Goed");
        TranslationKey broken = publisher(() -> plein.get(CreateEntry.class)
                        .perform(site.id(), NewEntry.of("news", "nl", Json.parse("{\"title\":\"Leeg\"}"))))
                .key();
        ScheduleId refused = schedule(release(sound, broken), "2026-03-10T10:00");
        Release dropped = release(sound);
        ScheduleId off = schedule(dropped, "2026-03-10T10:00");
        publisher(() -> {
            plein.get(PlanRelease.class).drop(site.id(), dropped.id(), Seen.ANY);
            return dropped;
        });

        it_is("2026-03-10T09:00:00Z");
        run();

        assertThat(isPublished(sound)).isFalse();
        assertThat(get(refused).state()).isEqualTo(ScheduleState.REFUSED);
        assertThat(get(refused).code()).isEqualTo("release-not-ready");
        assertThat(get(refused).findings()).extracting(one -> one.pointer()).containsExactly("/items/1/fields/body");
        assertThat(get(off).state()).isEqualTo(ScheduleState.CANCELLED);
    }

    @Test
    void two_nodes_at_once_do_everything_once() throws Exception {
        List<TranslationKey> news = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            news.add(aDraft("Samen " + i));
            schedule(news.get(i), ScheduledAct.PUBLISH, "2026-03-10T10:00");
        }
        it_is("2026-03-10T09:00:00Z");

        var one = CompletableFuture.supplyAsync(this::run);
        var other = CompletableFuture.supplyAsync(this::run);

        one.get();
        other.get();
        assertThat(news).allMatch(this::isPublished);
        assertThat(version()).isEqualTo(1);
        assertThat(receipt(1).made()).isEqualTo(20);
    }

    @Test
    void what_was_called_off_or_given_another_time_does_not_happen() {
        TranslationKey off = aDraft("Afgezegd");
        TranslationKey later = aDraft("Later");
        Schedule first = schedule(off, ScheduledAct.PUBLISH, "2026-03-10T10:00");
        Schedule second = schedule(later, ScheduledAct.PUBLISH, "2026-03-10T10:00");
        assertThatThrownBy(() -> publisher(() -> cancel(first.id(), Seen.of("0"))))
                .isInstanceOf(Stale.class);
        publisher(() -> cancel(first.id(), Seen.of(get(first.id()).tag())));
        publisher(() -> plein.get(ChangeSchedule.class)
                .perform(site.id(), second.id(), "2026-03-10T12:00", Optional.empty(), Seen.ANY));

        it_is("2026-03-10T09:30:00Z");
        run();

        assertThat(isPublished(off)).isFalse();
        assertThat(isPublished(later)).isFalse();
        assertThat(get(first.id()).state()).isEqualTo(ScheduleState.CANCELLED);
        assertThatThrownBy(() -> publisher(() -> plein.get(ChangeSchedule.class)
                        .perform(site.id(), first.id(), "2026-03-10T12:00", Optional.empty(), Seen.ANY)))
                .isInstanceOf(Conflict.class);
        it_is("2026-03-10T11:00:00Z");
        run();
        assertThat(isPublished(later)).isTrue();
    }

    @Test
    void times_that_are_over_and_entries_that_are_not_there_are_refused() {
        TranslationKey news = aDraft("Markt");

        assertThatThrownBy(() -> schedule(news, ScheduledAct.PUBLISH, "2026-03-10T08:59"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("over");
        assertThatThrownBy(() -> schedule(news, ScheduledAct.PUBLISH, "2046-03-10T08:59"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        schedule(new TranslationKey(news.entry(), "en"), ScheduledAct.PUBLISH, "2026-03-10T10:00"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_schedule_of_one_agency_is_invisible_to_another() {
        ScheduleId id = schedule(aDraft("Markt"), ScheduledAct.PUBLISH, "2026-03-10T10:00")
                .id();
        SiteRef other = plein.aSite();

        assertThatThrownBy(() -> plein.inAgency(
                        other.agency(), () -> plein.get(Schedules.class).get(other.id(), id)))
                .isInstanceOf(NotFound.class);
        assertThat(plein.inAgency(other.agency(), () -> plein.get(Schedules.class)
                        .page(other.id(), new Schedules.Filter(null, null, null), Optional.empty(), 10)))
                .isEmpty();
    }

    private void it_is(String instant) {
        plein.clock().set(Instant.parse(instant));
    }

    private int run() {
        return plein.get(RunSchedules.class).perform();
    }

    private PersonId aPublisher(String name) {
        return aPerson(name, Role.ADMINISTRATOR);
    }

    private PersonId aPerson(String name, Role role) {
        return plein.inAgency(site.agency(), () -> {
            PersonId person = plein.get(AddPerson.class).perform(name);
            plein.get(GrantRole.class).inAgency(person, site.agency(), role);
            return person;
        });
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        var caller = new Caller(Caller.Kind.PERSON, Optional.of(person), "test");
        return plein.inAgency(site.agency(), () -> plein.get(Calling.class).as(caller, work));
    }

    private <T> T publisher(Supplier<T> work) {
        return as(noor, work);
    }

    private Release release(TranslationKey... translations) {
        List<ReleaseItem> items = new ArrayList<>();
        for (TranslationKey one : translations) {
            items.add(new ReleaseItem(one, ReleaseAct.PUBLISH));
        }
        return publisher(() -> plein.get(PlanRelease.class).begin(site.id(), "Voorjaar", items));
    }

    private ScheduleId schedule(Release release, String at) {
        return publisher(() -> plein.get(ScheduleRelease.class).perform(site.id(), release.id(), at))
                .id();
    }

    private Schedule schedule(TranslationKey translation) {
        return plein.get(ScheduleTranslation.class)
                .perform(site.id(), translation, ScheduledAct.PUBLISH, "2026-03-10T10:00", Optional.empty());
    }

    private Schedule schedule(TranslationKey translation, ScheduledAct act, String time) {
        return publisher(() ->
                plein.get(ScheduleTranslation.class).perform(site.id(), translation, act, time, Optional.empty()));
    }

    private Seen cancel(ScheduleId id, Seen seen) {
        plein.get(CancelSchedule.class).perform(site.id(), id, seen);
        return seen;
    }

    private Schedule get(ScheduleId id) {
        return publisher(() -> plein.get(Schedules.class).get(site.id(), id));
    }

    private TranslationKey aDraft(String title) {
        return aSavedDraft(title).key();
    }

    private Written.Saved aSavedDraft(String title) {
        return publisher(
                () -> plein.get(CreateEntry.class).perform(site.id(), NewEntry.of("news", "nl", fields(title))));
    }

    private RevisionId save(Written.Saved draft, String title) {
        return publisher(() ->
                        plein.get(SaveDraft.class).perform(site.id(), draft.key(), draft.revision(), fields(title)))
                .id();
    }

    private static JsonNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title).put("body", "<p>Tekst</p>");
    }

    /** Drafts are told soon after. */
    private void shows(TranslationKey key, RevisionId revision) {
        plein.eventually(Duration.ofSeconds(10), () -> publisher(
                        () -> plein.get(Translations.class).get(site.id(), key))
                .publishedRevision()
                .filter(revision::equals));
    }

    private boolean isPublished(TranslationKey key) {
        return publisher(() -> plein.get(Showing.class).shows(site.id(), key.entry()));
    }

    private boolean isArchived(TranslationKey key) {
        return publisher(() -> plein.get(Entries.class).get(site.id(), key.entry()))
                .archivedAt()
                .isPresent();
    }

    private long version() {
        return publisher(() -> plein.get(Moments.class).now(site.id())).version();
    }

    private Receipt receipt(long version) {
        return publisher(() -> plein.get(Receipts.class).get(site.id(), version));
    }
}
