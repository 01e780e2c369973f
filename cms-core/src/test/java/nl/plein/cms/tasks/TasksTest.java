package nl.plein.cms.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.WithdrawRole;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.ChooseWorkflow;
import nl.plein.cms.workflow.MakeTransition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What waits for whom, and that they are reminded once before the deadline and once at it, by a real mail server. */
@OnEveryDatabase
class TasksTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true}]}""";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Parameter
    Plein plein;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<SiteRef> sites = new ArrayList<>();
    private SiteRef site;
    private PersonId karim;
    private PersonId roos;
    private PersonId noor;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        plein.clock().set(Instant.parse("2026-03-10T08:00:00Z"));
        server.start();
        System.setProperty("plein.mail.host", "127.0.0.1");
        System.setProperty("plein.mail.port", String.valueOf(server.getSmtp().getPort()));
        System.setProperty("plein.mail.tls", "none");
        site = plein.aSite();
        sites.add(site);
        plein.inAgency(site.agency(), () -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
        choose("review");
        karim = hire("Karim", Role.CONTRIBUTOR);
        roos = hire("Roos", Role.EDITOR);
        noor = hire("Noor", Role.PUBLISHER);
    }

    @AfterEach
    void close() {
        for (SiteRef one : sites) { // so that nobody is reminded of them in the next test
            plein.get(Tasks.class).forget(new SiteDeleted(one));
        }
        plein.clock().set(before);
        for (String name : new String[] {"host", "port", "tls"}) {
            System.clearProperty("plein.mail." + name);
        }
        server.stop();
    }

    @Test
    void a_draft_waits_for_those_who_may_take_the_next_step_until_visitors_see_it() {
        TranslationKey news = writes("Markt");
        assertThat(tasks(roos)).isEmpty();

        makes(karim, news, "submit");
        assertThat(tasks(karim)).isEmpty();
        assertThat(tasks(roos)).containsExactly("Markt");
        assertThat(tasks(noor)).containsExactly("Markt");

        makes(roos, news, "approve");
        assertThat(tasks(roos)).isEmpty();
        assertThat(tasks(noor)).containsExactly("Markt");

        as(noor, () -> plein.get(PublishEntries.class).perform(site.id(), List.of(news)));
        assertThat(tasks(noor)).isEmpty();
        assertThat(plein.get(Tasks.class).find(site.id(), news)).isEmpty();
        edits(news, "Nieuwe markt");
        assertThat(tasks(karim)).isEmpty();
    }

    @Test
    void what_is_returned_waits_for_whoever_submitted_it_and_what_lapsed_is_to_be_submitted_again() {
        PersonId other = hire("Mo", Role.CONTRIBUTOR);
        TranslationKey news = writes("Markt");
        makes(karim, news, "submit");
        makes(roos, news, "return");
        assertThat(tasks(karim)).containsExactly("Markt");
        assertThat(tasks(other)).isEmpty();
        assertThat(tasks(roos)).isEmpty();

        makes(karim, news, "submit");
        makes(roos, news, "approve");
        edits(news, "Kermis");
        assertThat(tasks(other)).containsExactly("Kermis");
    }

    @Test
    void under_four_eyes_it_waits_for_nobody_who_wrote_it() {
        choose("four-eyes");
        TranslationKey news = as(roos, () -> plein.get(CreateEntry.class)
                .perform(site.id(), NewEntry.of("news", "nl", fields("Subsidie")))
                .key());
        makes(roos, news, "submit");

        assertThat(tasks(roos)).isEmpty();
        assertThat(tasks(noor)).containsExactly("Subsidie");
        assertThat(refusal(() -> assign(noor, news, roos, null))).isEqualTo("not-for-them");
    }

    @Test
    void what_is_assigned_waits_for_that_person_alone_while_they_work_here() {
        TranslationKey news = writes("Markt");
        makes(karim, news, "submit");

        assertThat(refusal(() -> assign(noor, news, karim, null))).isEqualTo("not-for-them");
        assign(noor, news, roos, null);
        assertThat(tasks(roos)).containsExactly("Markt");
        assertThat(tasks(noor)).isEmpty();
        assertThat(counts(roos)).isEqualTo(new MyTasks.Counts(1, 0, 0));

        plein.get(Memberships.class).of(roos).forEach(held -> plein.get(WithdrawRole.class)
                .perform(held));
        assertThat(tasks(roos)).isEmpty();
        assertThat(tasks(noor)).containsExactly("Markt");
    }

    @Test
    void a_new_draft_can_be_given_to_a_writer_and_a_published_one_to_nobody() {
        TranslationKey news = writes("Markt");
        assign(noor, news, karim, "2026-03-13T17:00");
        assertThat(tasks(karim)).containsExactly("Markt");

        makes(karim, news, "submit");
        assertThat(tasks(karim)).isEmpty();
        assertThat(read(noor, news).task().deadline()).isEmpty();
        makes(roos, news, "approve");
        as(noor, () -> plein.get(PublishEntries.class).perform(site.id(), List.of(news)));
        assertThat(refusal(() -> assign(noor, news, karim, null))).isEqualTo("nothing-to-do");
        assertThat(refusal(() -> read(noor, news))).isEqualTo("unknown-task");
    }

    @Test
    void the_nearest_deadline_comes_first_page_by_page_over_all_sites_of_a_person() {
        TranslationKey late = submitted("Laat");
        submitted("Zonder");
        TranslationKey soon = submitted("Gauw");
        assign(noor, late, null, "2026-03-20T17:00");
        assign(noor, soon, noor, "2026-03-11T17:00");
        SiteRef elsewhere = plein.aSite();
        sites.add(elsewhere);
        PersonId mine = noor;
        plein.get(GrantRole.class).onSite(mine, elsewhere.id(), Role.PUBLISHER);
        TranslationKey other = onSite(elsewhere, () -> {
            plein.get(DefineType.class).perform(Json.parse(TYPE));
            TranslationKey key = plein.get(CreateEntry.class)
                    .perform(elsewhere.id(), NewEntry.of("news", "nl", fields("Elders")))
                    .key();
            return key;
        });
        onSite(elsewhere, () -> plein.get(AssignTask.class)
                .perform(elsewhere.id(), other, Optional.of(mine), Optional.of("2026-03-12T17:00"), Seen.ANY));

        assertThat(tasks(noor)).containsExactly("Gauw", "Elders", "Laat", "Zonder");
        List<OpenTask> first = page(noor, Optional.empty(), Optional.empty(), 2);
        List<OpenTask> second = page(noor, Optional.empty(), Optional.of(MyTasks.Spot.of(first.get(1))), 2);
        assertThat(titles(second)).containsExactly("Laat", "Zonder");
        assertThat(titles(page(noor, Optional.of(true), Optional.empty(), 9))).containsExactly("Gauw", "Elders");
        plein.clock().set(Instant.parse("2026-03-12T08:00:00Z"));
        assertThat(counts(noor)).isEqualTo(new MyTasks.Counts(2, 2, 1));
    }

    @Test
    void what_is_in_the_trash_waits_for_nobody() {
        TranslationKey news = submitted("Markt");

        as(noor, () -> {
            plein.get(DeleteEntry.class).perform(site.id(), news.entry(), Seen.ANY);
            return true;
        });

        assertThat(tasks(noor)).isEmpty();
    }

    @Test
    void a_change_that_was_not_seen_is_refused() {
        TranslationKey news = submitted("Markt");
        String tag = read(noor, news).task().tag();
        assign(noor, news, roos, null);

        assertThat(refusal(() -> as(noor, () -> plein.get(AssignTask.class)
                        .perform(site.id(), news, Optional.of(noor), Optional.empty(), Seen.of(tag)))))
                .isEqualTo("precondition-failed");
        assertThat(refusal(() -> assign(noor, news, roos, "2026-03-09T17:00"))).isEqualTo("time-past");
    }

    @Test
    void one_is_reminded_once_a_day_before_and_once_at_the_deadline() throws Exception {
        TranslationKey news = submitted("Markt");
        assign(noor, news, roos, "2026-03-13T17:00");

        at("2026-03-12T15:59:59Z");
        assertThat(remindTwice()).isZero();
        at("2026-03-12T16:00:00Z");
        assertThat(remindTwice()).isEqualTo(1);
        MimeMessage first = mail(1);
        assertThat(Arrays.toString(first.getAllRecipients())).isEqualTo("[" + address(roos) + "]");
        assertThat(first.getSubject()).isEqualTo("Herinnering: “Markt” wacht op u");
        assertThat(text(first))
                .contains("Beste Roos,")
                .contains("wat nu kan: Goedkeuren.")
                .contains("Graag voor vrijdag 13 maart 2026, 17.00 uur.");

        at("2026-03-13T15:59:59Z");
        assertThat(remindTwice()).isZero();
        at("2026-03-13T16:00:00Z");
        assertThat(remindTwice()).isEqualTo(1);
        assertThat(mail(2).getSubject()).isEqualTo("De termijn is om: “Markt” wacht op u");
        at("2026-03-20T16:00:00Z");
        assertThat(remindTwice()).isZero();
        awaitNoWork();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void without_an_assignee_all_who_may_are_reminded_and_of_what_is_done_nobody() throws Exception {
        TranslationKey news = submitted("Markt");
        assign(noor, news, null, "2026-03-10T17:00");
        at("2026-03-10T11:59:59Z");
        assertThat(remindTwice()).isZero();
        at("2026-03-10T12:00:00Z"); // half of the time that there was
        assertThat(remindTwice()).isEqualTo(2);
        mail(2);

        makes(roos, news, "approve");
        as(noor, () -> plein.get(PublishEntries.class).perform(site.id(), List.of(news)));
        at("2026-03-10T16:00:00Z");
        assertThat(remindTwice()).isZero();
        awaitNoWork();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void who_comes_after_both_moments_is_told_that_the_deadline_is_over() throws Exception {
        TranslationKey news = submitted("Markt");
        assign(noor, news, roos, "2026-03-13T17:00");

        at("2026-03-16T08:00:00Z");
        assertThat(remindTwice()).isEqualTo(1);

        assertThat(mail(1).getSubject()).startsWith("De termijn is om");
        awaitNoWork();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void two_nodes_that_look_at_the_same_time_remind_once() throws Exception {
        TranslationKey news = submitted("Markt");
        assign(noor, news, roos, "2026-03-13T17:00");
        at("2026-03-12T17:00:00Z");

        var one = CompletableFuture.supplyAsync(
                () -> plein.get(RemindOfTasks.class).perform());
        var two = CompletableFuture.supplyAsync(
                () -> plein.get(RemindOfTasks.class).perform());

        assertThat(one.get() + two.get()).isEqualTo(1);
        mail(1);
        awaitNoWork();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private int remindTwice() {
        RemindOfTasks remind = plein.get(RemindOfTasks.class);
        return remind.perform() + remind.perform();
    }

    private void at(String moment) {
        plein.clock().set(Instant.parse(moment));
    }

    private void choose(String workflow) {
        plein.inAgency(
                site.agency(), () -> plein.get(ChooseWorkflow.class).perform(site.id(), "news", workflow, Seen.ANY));
    }

    private PersonId hire(String name, Role role) {
        var mail = MailAddress.of(name.toLowerCase() + NUMBER.incrementAndGet() + "@tasks.example");
        PersonId person = plein.get(AddPerson.class).perform(name, mail, "nl");
        plein.get(GrantRole.class).onSite(person, site.id(), role);
        return person;
    }

    private String address(PersonId person) {
        return plein.get(Persons.class).get(person).mail().orElseThrow().value();
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        Caller caller = plein.get(Persons.class).get(person).caller();
        return plein.get(AgencyContext.class)
                .in(site.agency(), () -> plein.get(Calling.class).as(caller, work));
    }

    private <T> T onSite(SiteRef other, Supplier<T> work) {
        return plein.inAgency(other.agency(), work);
    }

    private static tools.jackson.databind.JsonNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title);
    }

    private TranslationKey writes(String title) {
        return as(karim, () -> plein.get(CreateEntry.class)
                .perform(site.id(), NewEntry.of("news", "nl", fields(title)))
                .key());
    }

    private TranslationKey submitted(String title) {
        TranslationKey key = writes(title);
        makes(karim, key, "submit");
        return key;
    }

    private void edits(TranslationKey key, String title) {
        as(karim, () -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        key,
                        plein.get(Translations.class).draft(site.id(), key).id(),
                        fields(title)));
    }

    private void makes(PersonId person, TranslationKey key, String transition) {
        as(person, () -> {
            plein.get(MakeTransition.class).perform(site.id(), key, transition, Seen.ANY, "");
            return true;
        });
    }

    private void assign(PersonId by, TranslationKey key, PersonId to, String deadline) {
        as(by, () -> plein.get(AssignTask.class)
                .perform(site.id(), key, Optional.ofNullable(to), Optional.ofNullable(deadline), Seen.ANY));
    }

    private OpenTask read(PersonId person, TranslationKey key) {
        return as(person, () -> plein.get(ReadTask.class).perform(site.id(), key));
    }

    /** As anybody asks: in no agency. */
    private List<OpenTask> page(PersonId person, Optional<Boolean> assigned, Optional<MyTasks.Spot> after, int most) {
        Caller caller = plein.get(Persons.class).get(person).caller();
        return plein.get(Calling.class)
                .as(caller, () -> plein.get(MyTasks.class).page(person, assigned, after, most));
    }

    private MyTasks.Counts counts(PersonId person) {
        Caller caller = plein.get(Persons.class).get(person).caller();
        return plein.get(Calling.class)
                .as(caller, () -> plein.get(MyTasks.class).counts(person));
    }

    private List<String> tasks(PersonId person) {
        return titles(page(person, Optional.empty(), Optional.empty(), 100));
    }

    private static List<String> titles(List<OpenTask> tasks) {
        return tasks.stream().map(task -> task.next().draft().title()).toList();
    }

    private MimeMessage mail(int number) {
        assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), number)).isTrue();
        return server.getReceivedMessages()[number - 1];
    }

    private static String text(MimeMessage mail) throws Exception {
        return new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void awaitNoWork() {
        plein.eventually(PATIENCE, () -> {
            var counts = plein.get(Jobs.class).counts();
            return counts.get(JobState.WAITING) + counts.get(JobState.RUNNING) == 0
                    ? Optional.of(counts)
                    : Optional.empty();
        });
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
        } catch (Refusal refused) {
            return refused.code();
        }
        throw new AssertionError("was not refused");
    }
}
