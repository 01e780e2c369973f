package nl.plein.cms.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.WithdrawRole;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.releases.PlanRelease;
import nl.plein.cms.releases.PublishRelease;
import nl.plein.cms.releases.Release;
import nl.plein.cms.releases.ReleaseAct;
import nl.plein.cms.releases.ReleaseItem;
import nl.plein.cms.schedules.ScheduleRelease;
import nl.plein.cms.schedules.ScheduleTranslation;
import nl.plein.cms.schedules.ScheduledAct;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Links that show what is not published yet: whom they let in, and what they show. */
@OnEveryDatabase
class PreviewsTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}""";

    @Parameter
    Plein plein;

    private SiteRef site;
    private PersonId noor;
    private Instant before;

    @BeforeEach
    void open() {
        before = plein.clock().instant();
        plein.clock().set(Instant.parse("2026-03-10T08:00:00Z"));
        site = plein.aSite();
        noor = aPerson("Noor", Role.ADMINISTRATOR);
        in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
    }

    @AfterEach
    void setTheClockBack() {
        plein.clock().set(before);
    }

    @Test
    void a_link_is_swapped_for_a_cookie_and_neither_is_kept() {
        MakePreview.Made made = make(new PreviewSubject.Drafts(), Audience.EVERYONE);
        String id = made.preview().id().toString();

        OpenPreview.Swapped swapped = byLink(id, made.secret()).orElseThrow();

        assertThat(swapped.life()).isEqualTo(Duration.ofDays(1));
        assertThat(byCookie(id, swapped.cookie())).isPresent();
        assertThat(byCookie(id, made.secret())).isEmpty();
        assertThat(byLink(id, swapped.cookie())).isEmpty();
        assertThat(byLink(id, made.secret() + "x")).isEmpty();
        assertThat(byLink("geen-id", made.secret())).isEmpty();
        assertThat(List.of(made.preview().linkHash(), made.preview().cookieHash()))
                .doesNotContain(made.secret(), swapped.cookie());
    }

    @Test
    void a_link_lets_in_until_it_is_over_or_revoked() {
        MakePreview.Made made = make(new PreviewSubject.Drafts(), Audience.EVERYONE);
        MakePreview.Made other = make(new PreviewSubject.Drafts(), Audience.EVERYONE);
        in(() -> {
            plein.get(RevokePreview.class).perform(site.id(), other.preview().id());
            plein.get(RevokePreview.class).perform(site.id(), other.preview().id());
            return other;
        });

        assertThat(opens(other)).isFalse();
        plein.clock().advance(Duration.ofDays(1).minusMillis(1));
        assertThat(opens(made)).isTrue();
        plein.clock().advance(Duration.ofMillis(1));
        assertThat(opens(made)).isFalse();
        assertThat(in(() -> plein.get(Previews.class).page(site.id(), Optional.empty(), 10)))
                .hasSize(2);
    }

    @Test
    void a_link_shuts_when_its_maker_may_no_longer_see_what_it_shows() {
        PersonId sam = aPerson("Sam", Role.EDITOR);
        PersonId kim = aPerson("Kim", Role.EDITOR);
        PersonId reader = aPerson("Rik", Role.READER);
        MakePreview.Made ofSam = make(sam, new PreviewSubject.Drafts(), Audience.AGENCY);
        MakePreview.Made ofKim = make(kim, new PreviewSubject.Drafts(), Audience.EVERYONE);
        assertThat(opens(ofSam)).isTrue();
        assertThat(opens(ofKim)).isTrue();

        plein.get(Memberships.class)
                .of(sam)
                .forEach(role -> plein.inAgency(
                        site.agency(), () -> plein.get(WithdrawRole.class).perform(role)));
        plein.get(BlockPerson.class).block(kim);

        assertThat(opens(ofSam)).isFalse();
        assertThat(opens(ofKim)).isFalse();
        assertThatThrownBy(() -> make(reader, new PreviewSubject.Drafts(), Audience.EVERYONE))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> make(new PreviewSubject.Drafts(), Audience.group("bouw")))
                .isInstanceOfSatisfying(
                        NotPermitted.class, no -> assertThat(no.code()).isEqualTo("audience-not-yours"));
    }

    @Test
    void whoever_looks_sees_what_the_audience_of_the_link_sees() {
        assertThat(seenBy(Audience.EVERYONE)).containsExactly(Audience.EVERYONE);
        assertThat(seenBy(Audience.GOVERNMENT)).containsExactlyInAnyOrder(Audience.EVERYONE, Audience.GOVERNMENT);
        assertThat(seenBy(Audience.AGENCY))
                .containsExactlyInAnyOrder(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY);
    }

    private Set<Audience> seenBy(Audience audience) {
        Preview preview = make(new PreviewSubject.Drafts(), audience).preview();
        return in(() -> plein.get(PreviewContent.class).viewer(preview)).audiences();
    }

    @Test
    void a_link_of_one_agency_is_invisible_to_another() {
        MakePreview.Made made = make(new PreviewSubject.Drafts(), Audience.EVERYONE);
        SiteRef other = plein.aSite();
        String id = made.preview().id().toString();

        assertThat(plein.inAgency(
                        other.agency(), () -> plein.get(OpenPreview.class).byLink(other, id, made.secret())))
                .isEmpty();
        assertThatThrownBy(() -> plein.inAgency(other.agency(), () -> plein.get(Previews.class)
                        .get(other.id(), made.preview().id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void drafts_are_shown_that_say_or_stand_otherwise_than_what_is_published() {
        TranslationKey same = aDraft("Zelfde");
        TranslationKey newer = aDraft("Nieuwer");
        TranslationKey moved = aDraft("Verhuisd");
        publish(same, newer, moved);
        save(newer, "Nieuwer nu");
        in(() -> plein.get(MoveEntry.class).perform(site.id(), moved.entry(), MoveEntry.To.slug("nl", "elders")));
        TranslationKey fresh = aDraft("Vers");
        Preview preview = make(new PreviewSubject.Drafts(), Audience.EVERYONE).preview();

        PreviewContent.Choice choice = choose(preview);

        assertThat(choice.shown()).containsExactlyInAnyOrder(newer, moved, fresh);
        assertThat(choice.hidden()).isEmpty();
        assertThat(choice.day()).isEmpty();
        assertThat(in(() -> plein.get(PreviewContent.class).overlay(now(), preview, choice))
                        .shown())
                .extracting(Publication::title, Publication::path)
                .contains(tuple("Nieuwer nu", "/nieuws/nieuwer"), tuple("Verhuisd", "/nieuws/elders"));
        assertThat(choose(preview).tag()).isEqualTo(choice.tag());
        save(fresh, "Verser");
        assertThat(choose(preview).tag()).isNotEqualTo(choice.tag());
    }

    @Test
    void a_release_is_shown_until_it_is_published() {
        TranslationKey inside = aDraft("Binnen");
        TranslationKey gone = aDraft("Weg");
        aDraft("Buiten");
        publish(gone);
        Release release = in(() -> plein.get(PlanRelease.class)
                .begin(
                        site.id(),
                        "Voorjaar",
                        List.of(
                                new ReleaseItem(inside, ReleaseAct.PUBLISH),
                                new ReleaseItem(gone, ReleaseAct.UNPUBLISH))));
        Preview preview = make(new PreviewSubject.OfRelease(release.id()), Audience.EVERYONE)
                .preview();

        assertThat(choose(preview).shown()).containsExactly(inside);
        assertThat(choose(preview).hidden()).containsExactly(gone);

        in(() -> plein.get(PublishRelease.class).perform(site.id(), release.id(), Seen.ANY));
        assertThat(choose(preview).shown()).isEmpty();
        assertThat(choose(preview).hidden()).isEmpty();
        assertThatThrownBy(() -> make(new PreviewSubject.OfRelease(release.id()), Audience.EVERYONE))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_date_to_come_shows_what_is_due_by_then_in_its_order() {
        TranslationKey leaves = aDraft("Vertrekt");
        TranslationKey comes = aDraft("Komt");
        TranslationKey released = aDraft("In de release");
        publish(leaves);
        schedule(comes, ScheduledAct.PUBLISH, "2026-03-11T09:00");
        schedule(leaves, ScheduledAct.UNPUBLISH, "2026-03-12T09:00");
        schedule(comes, ScheduledAct.UNPUBLISH, "2026-03-13T09:00");
        Release release = in(() -> plein.get(PlanRelease.class)
                .begin(site.id(), "Voorjaar", List.of(new ReleaseItem(released, ReleaseAct.PUBLISH))));
        as(noor, () -> plein.get(ScheduleRelease.class).perform(site.id(), release.id(), "2026-03-13T10:00"));

        PreviewContent.Choice second = choose(at("2026-03-12T22:59:00Z"));
        PreviewContent.Choice third = choose(at("2026-03-13T12:00:00Z"));

        assertThat(second.shown()).containsExactly(comes);
        assertThat(second.hidden()).containsExactly(leaves);
        assertThat(second.day()).contains(LocalDate.parse("2026-03-12"));
        assertThat(third.shown()).containsExactly(released);
        assertThat(third.hidden()).containsExactlyInAnyOrder(leaves, comes);
        assertThatThrownBy(() -> at("2026-03-10T07:59:00Z")).isInstanceOf(Invalid.class);
    }

    private Preview at(String instant) {
        return make(new PreviewSubject.AtTime(Instant.parse(instant)), Audience.EVERYONE)
                .preview();
    }

    private MakePreview.Made make(PreviewSubject subject, Audience audience) {
        return make(noor, subject, audience);
    }

    private MakePreview.Made make(PersonId maker, PreviewSubject subject, Audience audience) {
        Instant end = plein.clock().instant().plus(Duration.ofDays(1));
        return as(maker, () -> plein.get(MakePreview.class).perform(site.id(), "Kijk", subject, audience, end));
    }

    private boolean opens(MakePreview.Made made) {
        return byLink(made.preview().id().toString(), made.secret()).isPresent();
    }

    private Optional<OpenPreview.Swapped> byLink(String id, String secret) {
        return in(() -> plein.get(OpenPreview.class).byLink(site, id, secret));
    }

    private Optional<Preview> byCookie(String id, String cookie) {
        return in(() -> plein.get(OpenPreview.class).byCookie(site, id, cookie));
    }

    private PreviewContent.Choice choose(Preview preview) {
        return in(() -> plein.get(PreviewContent.class).choose(now(), preview));
    }

    private SiteRef now() {
        return plein.get(Sites.class).get(site.id());
    }

    private void schedule(TranslationKey key, ScheduledAct act, String time) {
        as(noor, () -> plein.get(ScheduleTranslation.class).perform(site.id(), key, act, time, Optional.empty()));
    }

    private TranslationKey aDraft(String title) {
        return in(() -> plein.get(CreateEntry.class).perform(site.id(), NewEntry.of("news", "nl", fields(title))))
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

    private static JsonNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title).put("body", "<p>Tekst</p>");
    }

    private void publish(TranslationKey... keys) {
        in(() -> plein.get(PublishEntries.class).perform(site.id(), List.of(keys)));
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

    private <T> T in(Supplier<T> work) {
        return plein.inAgency(site.agency(), work);
    }
}
