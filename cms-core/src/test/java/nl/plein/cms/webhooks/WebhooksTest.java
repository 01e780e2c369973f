package nl.plein.cms.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.Newsroom;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Somebody outside is told of each version, in order, whatever happens to them meanwhile. */
@OnEveryDatabase
class WebhooksTest {

    @Parameter
    Plein plein;

    private final Receiver receiver = new Receiver(0);
    private Newsroom newsroom;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        newsroom = new Newsroom(plein);
        System.setProperty("plein.outside.allow", receiver.authority());
    }

    @AfterEach
    void close() {
        plein.clock().set(before);
        System.clearProperty("plein.outside.allow");
        in(() -> {
            plein.get(Webhooks.class).all(newsroom.id()).forEach(one -> plein.get(RemoveWebhook.class)
                    .perform(newsroom.id(), one.id(), Seen.ANY));
            return true;
        });
        receiver.close();
    }

    @Test
    void each_version_is_told_once_and_in_order() {
        publish("/eerst");
        WebhookId hook = add();
        long first = publish("/een").version();
        publish("/twee");
        newsroom.redirect("/oud", "/een");

        send();
        send();

        assertThat(versions()).containsExactly(first, first + 1, first + 2);
        assertThat(get(hook).told()).isEqualTo(first + 2);
        assertThat(receiver.got()).extracting(Receiver.Got::id).doesNotHaveDuplicates();
    }

    @Test
    void an_event_is_a_cloud_event_with_ids_and_paths_and_no_words() {
        add();
        EntryId entry = Newsroom.anEntry();
        Receipt made = publish(entry, Audience.EVERYONE, "/nieuws/markt");
        publish(entry, Audience.EVERYONE, "/nieuws/weekmarkt");

        send();

        Receiver.Got got = receiver.got().get(0);
        JsonNode event = Json.parse(got.body());
        assertThat(got.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(got.id());
        assertThat(event.path("type").asString()).isEqualTo("nl.plein.site.version-made");
        assertThat(event.path("source").asString()).endsWith("/delivery/v1/sites/" + newsroom.id());
        assertThat(event.path("subject").asString()).isEqualTo(newsroom.id().value());
        assertThat(Instant.parse(event.path("time").asString())).isEqualTo(made.at());
        assertThat(event.path("sequence").asString()).isEqualTo(Long.toString(made.version()));
        assertThat(event.path("data").path("version").asLong()).isEqualTo(made.version());
        assertThat(event.path("data").path("complete").asBoolean()).isTrue();
        JsonNode change = change(0, 0);
        assertThat(change.path("what").asString()).isEqualTo("entry-published");
        assertThat(change.path("entry").asString()).isEqualTo(entry.toString());
        assertThat(change.path("locale").asString()).isEqualTo("nl");
        assertThat(change.path("contentType").asString()).isEqualTo("page");
        assertThat(change.path("path").asString()).isEqualTo("/nieuws/markt");
        assertThat(change(1, 0).path("what").asString()).isEqualTo("entry-changed");
        assertThat(change(1, 0).path("pathBefore").asString()).isEqualTo("/nieuws/markt");
        assertThat(receiver.got()).noneMatch(one -> one.body().contains("Kanarie"));
    }

    @Test
    void what_fewer_people_may_see_is_not_told() {
        add();
        EntryId entry = Newsroom.anEntry();
        publish(entry, Audience.AGENCY, "/intern/een");
        publish(Newsroom.anEntry(), Audience.GOVERNMENT, "/rijk");
        newsroom.change(
                PartKind.GROUP,
                "bouw",
                Json.parse("{\"slug\":\"bouwteam\",\"title\":{\"nl\":\"Bouwteam\",\"en\":\"Builders\"}}"));
        publish(Newsroom.anEntry(), Audience.group("bouw"), "/groepen/bouwteam/steiger");
        send();
        assertThat(receiver.got())
                .noneMatch(one -> one.body().contains("\"entry\"") || one.body().contains("bouw"));
        receiver.forget();

        publish(entry, Audience.EVERYONE, "/open/een");
        send();
        publish(entry, Audience.AGENCY, "/intern/twee");
        send();

        assertThat(change(0, 0).path("what").asString()).isEqualTo("entry-published");
        assertThat(change(0, 0).has("pathBefore")).isFalse();
        assertThat(receiver.got()).noneMatch(one -> one.body().contains("intern"));
        assertThat(lastChanges()).contains("\"what\":\"entry-removed\"");
    }

    @Test
    void what_was_withdrawn_or_erased_since_is_not_told_any_more() {
        WebhookId hook = add();
        receiver.answers(500);
        EntryId withdrawn = Newsroom.anEntry();
        EntryId erased = Newsroom.anEntry();
        publish(withdrawn, Audience.EVERYONE, "/fout");
        publish(erased, Audience.EVERYONE, "/geheim-pad");
        newsroom.withdraw(withdrawn);
        newsroom.erase(erased);
        receiver.isWell();

        send();

        assertThat(receiver.got()).noneMatch(one -> one.body().contains("geheim-pad"));
        assertThat(receiver.got()).noneMatch(one -> one.body().contains("entry-published"));
        assertThat(lastChanges()).contains("\"what\":\"entry-erased\"").contains(erased.toString());
        assertThat(get(hook).state()).isEqualTo(WebhookState.ACTIVE);
    }

    @Test
    void only_what_is_wanted_is_told_and_the_rest_is_passed() {
        WebhookId hook = add(Set.of(Happening.ENTRY_REMOVED));
        EntryId entry = Newsroom.anEntry();
        publish(entry, Audience.EVERYONE, "/een");
        Receipt last = newsroom.unpublish(entry);

        send();

        assertThat(versions()).containsExactly(last.version());
        assertThat(get(hook).told()).isEqualTo(last.version());
    }

    @Test
    void a_release_lists_a_hundred_changes_and_says_that_there_are_more() {
        add(Set.of(Happening.ENTRY_PUBLISHED));
        newsroom.publishMany(130);

        send();

        JsonNode data = Json.parse(receiver.got().get(0).body()).path("data");
        assertThat(data.path("changes").size()).isEqualTo(100);
        assertThat(data.path("complete").asBoolean()).isFalse();
    }

    @Test
    void who_fails_is_told_again_later_and_nothing_comes_before_it() {
        WebhookId hook = add();
        receiver.answers(503);
        long first = publish("/een").version();
        publish("/twee");
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            send();
            send(); // too early
            Instant next = get(hook).nextTry().orElseThrow();
            pauses.add(Duration.between(plein.clock().instant(), next));
            plein.clock().set(next);
        }
        assertThat(receiver.got()).hasSize(12);
        assertThat(receiver.got())
                .extracting(Receiver.Got::id)
                .containsOnly(receiver.got().get(0).id());
        assertThat(pauses).startsWith(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(pauses.get(11)).isEqualTo(Duration.ofHours(1));

        receiver.isWell();
        send();

        assertThat(takenVersions()).containsExactly(first, first + 1);
        assertThat(get(hook).failure()).isEmpty();
        assertThat(log(hook)).hasSize(14);
        assertThat(log(hook).get(13).attempt()).isEqualTo(1);
        assertThat(log(hook).get(1).attempt()).isEqualTo(13);
    }

    @Test
    void after_three_days_it_is_parked_and_goes_on_where_it_was_when_somebody_says_so() {
        WebhookId hook = add();
        receiver.answers(500);
        long first = publish("/een").version();
        Instant began = plein.clock().instant();
        while (get(hook).state() == WebhookState.ACTIVE) {
            send();
            plein.clock().advance(Duration.ofHours(1));
        }
        assertThat(Duration.between(began, plein.clock().instant()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(2));
        assertThat(get(hook).state()).isEqualTo(WebhookState.PARKED);
        assertThat(get(hook).failure()).isEqualTo("refused");
        publish("/twee");
        receiver.isWell();
        receiver.forget();
        send();
        assertThat(receiver.got()).isEmpty();

        change(hook, WebhookState.ACTIVE);
        send();

        assertThat(versions()).containsExactly(first, first + 1);
    }

    @Test
    void who_says_that_it_is_gone_is_parked_at_once() {
        WebhookId hook = add();
        receiver.answers(410);
        publish("/een");

        send();

        assertThat(get(hook).state()).isEqualTo(WebhookState.PARKED);
        assertThat(get(hook).failure()).isEqualTo("gone");
    }

    @Test
    void who_asks_for_rest_gets_it() {
        WebhookId hook = add();
        receiver.answers(429, "Retry-After", "600");
        publish("/een");

        send();

        assertThat(get(hook).nextTry()).contains(plein.clock().instant().plusSeconds(600));
    }

    @Test
    void one_that_fails_holds_up_no_other() {
        add();
        try (var other = new Receiver(0)) {
            System.setProperty("plein.outside.allow", receiver.authority() + "," + other.authority());
            in(() -> plein.get(AddWebhook.class).perform(newsroom.id(), other.url(), all()));
            receiver.answers(500);
            publish("/een");
            publish("/twee");

            send();

            assertThat(other.taken()).hasSize(2);
        }
    }

    @Test
    void all_versions_after_one_are_told_again_with_the_ids_they_had() {
        WebhookId hook = add();
        long first = publish("/een").version();
        publish("/twee");
        publish("/drie");
        send();
        List<String> ids = receiver.got().stream().map(Receiver.Got::id).toList();
        receiver.forget();

        in(() -> plein.get(ReplayWebhook.class).perform(newsroom.id(), hook, first));
        assertThat(get(hook).told()).isEqualTo(first);
        send();

        assertThat(versions()).containsExactly(first + 1, first + 2);
        assertThat(receiver.got()).extracting(Receiver.Got::id).isEqualTo(ids.subList(1, 3));
        assertThatThrownBy(() -> in(() -> plein.get(ReplayWebhook.class).perform(newsroom.id(), hook, first + 9)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_paused_one_is_told_nothing_but_a_test() {
        WebhookId hook = add();
        change(hook, WebhookState.PAUSED);
        publish("/een");
        send();
        assertThat(receiver.got()).isEmpty();

        in(() -> plein.get(TestWebhook.class).perform(newsroom.id(), hook));
        send();
        send();

        assertThat(receiver.got()).hasSize(1);
        assertThat(receiver.got().get(0).body()).contains("nl.plein.webhook.test");
        assertThat(log(hook).get(0).version()).isEmpty();
    }

    @Test
    void a_new_secret_and_the_one_before_sign_together_for_a_day() {
        AddWebhook.Added added = added(all());
        String second = in(() -> plein.get(RotateSecret.class)
                        .perform(newsroom.id(), added.webhook().id()))
                .secret();
        publish("/een");
        send();
        plein.clock().advance(Duration.ofHours(25));
        publish("/twee");
        send();

        Receiver.Got both = receiver.got().get(0);
        Receiver.Got one = receiver.got().get(1);
        assertThat(both.signature()).isEqualTo(signature(both, second) + " " + signature(both, added.secret()));
        assertThat(one.signature()).isEqualTo(signature(one, second));
        assertThat(second).isNotEqualTo(added.secret());
    }

    private static String signature(Receiver.Got got, String secret) {
        return Signature.of(List.of(secret), got.id(), Long.parseLong(got.timestamp()), got.body());
    }

    @Test
    void one_that_came_with_a_back_up_waits_until_somebody_says_so() {
        WebhookId hook = add();
        long first = publish("/een").version();
        plein.get(Restorer.class).restore(hook);

        send();
        assertThat(receiver.got()).isEmpty();
        assertThat(get(hook).state()).isEqualTo(WebhookState.PARKED);
        assertThat(get(hook).failure()).isEqualTo("restored");
        change(hook, WebhookState.ACTIVE);
        send();

        assertThat(versions()).containsExactly(first);
    }

    @Test
    void whoever_died_with_a_claim_is_followed_by_another_after_a_while() {
        WebhookId hook = add();
        long first = publish("/een").version();
        assertThat(plein.<Optional<Message>>inAgency(newsroom.site.agency(), () -> plein.get(WebhookSteps.class)
                        .claim(hook)))
                .isPresent();

        send();
        assertThat(receiver.got()).isEmpty();
        plein.clock().advance(Webhook.LEASE);
        send();

        assertThat(versions()).containsExactly(first);
    }

    @Test
    void only_administrators_of_the_site_know_of_webhooks() {
        WebhookId hook = add();
        Caller publisher = member(Role.PUBLISHER);

        assertThatThrownBy(() -> as(publisher, () -> plein.get(Webhooks.class).all(newsroom.id())))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(
                        () -> as(publisher, () -> plein.get(TestWebhook.class).perform(newsroom.id(), hook)))
                .isInstanceOf(NotPermitted.class);
        assertThat(as(member(Role.ADMINISTRATOR), () -> plein.get(Webhooks.class)
                        .all(newsroom.id())))
                .hasSize(1);
    }

    @Test
    void a_webhook_of_one_agency_is_invisible_to_another() {
        WebhookId hook = add();
        var other = new Newsroom(plein);

        assertThatThrownBy(() -> plein.inAgency(
                        other.site.agency(), () -> plein.get(Webhooks.class).get(other.id(), hook)))
                .isInstanceOf(NotFound.class);
        assertThat(plein.<List<Webhook>>inAgency(
                        other.site.agency(), () -> plein.get(Webhooks.class).all(other.id())))
                .isEmpty();
    }

    @Test
    void a_site_has_twenty_at_most() {
        for (int i = 0; i < AddWebhook.MOST; i++) {
            add();
        }

        assertThatThrownBy(this::add).isInstanceOf(Conflict.class);
    }

    private WebhookId add() {
        return add(all());
    }

    private WebhookId add(Set<Happening> wanted) {
        return added(wanted).webhook().id();
    }

    private AddWebhook.Added added(Set<Happening> wanted) {
        return in(() -> plein.get(AddWebhook.class).perform(newsroom.id(), receiver.url(), wanted));
    }

    private static Set<Happening> all() {
        return EnumSet.allOf(Happening.class);
    }

    private void change(WebhookId hook, WebhookState state) {
        in(() -> plein.get(ChangeWebhook.class).perform(newsroom.id(), hook, receiver.url(), all(), state, Seen.ANY));
    }

    private Receipt publish(String path) {
        return publish(Newsroom.anEntry(), Audience.EVERYONE, path);
    }

    private Receipt publish(EntryId entry, Audience audience, String path) {
        return newsroom.publish(entry, "page", "nl", audience, path, "Kanarie", Json.parse("{\"title\":\"Kanarie\"}"));
    }

    private void send() {
        plein.get(SendWebhooks.class).sendNow();
    }

    private Webhook get(WebhookId hook) {
        return in(() -> plein.get(Webhooks.class).get(newsroom.id(), hook));
    }

    private List<WebhookDelivery> log(WebhookId hook) {
        return in(() -> plein.get(Webhooks.class).log(newsroom.id(), hook, Optional.empty(), 100));
    }

    private List<Long> versions() {
        return versions(receiver.got());
    }

    private List<Long> takenVersions() {
        return versions(receiver.taken());
    }

    private static List<Long> versions(List<Receiver.Got> got) {
        return got.stream()
                .map(one -> Json.parse(one.body()).path("data").path("version").asLong())
                .toList();
    }

    private JsonNode change(int event, int number) {
        return Json.parse(receiver.got().get(event).body())
                .path("data")
                .path("changes")
                .path(number);
    }

    private String lastChanges() {
        List<Receiver.Got> got = receiver.got();
        return Json.write(
                Json.parse(got.get(got.size() - 1).body()).path("data").path("changes"));
    }

    private Caller member(Role role) {
        return plein.inAgency(newsroom.site.agency(), () -> {
            PersonId person = plein.get(AddPerson.class).perform("Noor");
            plein.get(GrantRole.class).inAgency(person, newsroom.site.agency(), role);
            return new Caller(Caller.Kind.PERSON, Optional.of(person), "Noor");
        });
    }

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(newsroom.site.agency(), work);
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return in(() -> plein.get(Calling.class).as(caller, work));
    }

    /** Does to a row what a restore does: it belongs to the installation that was backed up. */
    @ApplicationScoped
    static class Restorer {

        @Inject
        @PlatformData
        EntityManager platform;

        @Transactional
        void restore(WebhookId hook) {
            platform.createQuery("update Webhook w set w.installation = 'another' where w.id = :id")
                    .setParameter("id", hook.value())
                    .executeUpdate();
        }
    }
}
