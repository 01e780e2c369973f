package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.GroupMembers;
import nl.plein.cms.people.GroupRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** Groups of a site: parts of it, with pages under a prefix that is theirs alone, seen by their members. */
@OnEveryDatabase
class GroupsTest {

    private static final String NEWS =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":{"nl":"/nieuws/{slug}","en":"/news/{slug}"},
             "fields":[{"key":"title","kind":"text","required":true}]}""";
    private static final String PAGE =
            """
            {"key":"page","name":{"nl":"Pagina"},"tree":true,"fields":[{"key":"title","kind":"text","required":true}]}""";
    private static final Audience BOUW = Audience.group("bouw");
    private static final Viewer GUEST = new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, BOUW), false);

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        room.in(() -> plein.get(DefineType.class).perform(Json.parse(NEWS)));
        room.in(() -> plein.get(DefineType.class).perform(Json.parse(PAGE)));
    }

    @Test
    void an_entry_of_a_group_lies_under_its_prefix_and_only_members_see_it() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        Written.Saved news = aDraft(NewEntry.of("news", "nl", titled("Steiger")).forAudience(BOUW));

        publish(news.key());

        assertThat(news.path()).isEqualTo("/groepen/bouwteam/nieuws/steiger");
        assertThat(room.titleAt(news.path(), GUEST, room.now().version())).isEqualTo("Steiger");
        for (Viewer other : List.of(Viewer.PUBLIC, Newsroom.CIVIL_SERVANT, Newsroom.COLLEAGUE)) {
            assertThat(room.at(news.path(), other)).isInstanceOf(PathAnswer.Absent.class);
        }
    }

    @Test
    void a_page_of_a_group_and_those_under_it_lie_under_the_prefix_once() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        Written.Saved front = aDraft(
                NewEntry.of("page", "nl", titled("Welkom")).forAudience(BOUW).at("/"));
        Written.Saved top = aDraft(NewEntry.of("page", "nl", titled("Stukken")).forAudience(BOUW));
        Written.Saved below = aDraft(NewEntry.of("page", "nl", titled("Notulen"))
                .forAudience(BOUW)
                .under(top.key().entry()));

        assertThat(front.path()).isEqualTo("/groepen/bouwteam");
        assertThat(top.path()).isEqualTo("/groepen/bouwteam/stukken");
        assertThat(below.path()).isEqualTo("/groepen/bouwteam/stukken/notulen");
    }

    @Test
    void another_audience_is_another_place() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        Written.Saved news = aDraft(NewEntry.of("news", "nl", titled("Steiger")));
        publish(news.key());

        room.in(() -> plein.get(MoveEntry.class).perform(room.id(), news.key().entry(), MoveEntry.To.audience(BOUW)));
        publish(news.key());

        assertThat(room.titleAt("/nieuws/steiger")).isEqualTo("Gone");
        assertThat(room.titleAt(
                        "/groepen/bouwteam/nieuws/steiger", GUEST, room.now().version()))
                .isEqualTo("Steiger");
        assertThat(room.at("/nieuws/steiger", Newsroom.ARCHIVIST, 2)).isInstanceOf(PathAnswer.Found.class);
        assertThat(room.at("/nieuws/steiger", Newsroom.COLLEAGUE, 2)).isInstanceOf(PathAnswer.Gone.class);
    }

    @Test
    void nobody_else_comes_to_lie_under_the_prefix() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        room.change(PartKind.GROUP, "zorg", group("zorgteam"));

        assertThat(code(() -> draft(NewEntry.of("page", "nl", titled("x")).at("/groepen/bouwteam/x"))))
                .isEqualTo("reserved-path");
        assertThat(code(() -> draft(NewEntry.of("page", "nl", titled("x"))
                        .forAudience(Audience.group("zorg"))
                        .at("/groepen/bouwteam/x"))))
                .isEqualTo("reserved-path");
        assertThatThrownBy(() -> room.publish(
                        Newsroom.page(Newsroom.anEntry(), "nl", Audience.EVERYONE, "/groepen/bouwteam/x", "x")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.publish(Newsroom.page(Newsroom.anEntry(), "nl", BOUW, "/x", "x")))
                .isInstanceOf(Invalid.class);
        assertThat(aDraft(NewEntry.of("page", "nl", titled("x")).at("/groepen/ouders"))
                        .path())
                .isEqualTo("/groepen/ouders");
    }

    @Test
    void a_group_that_is_not_there_has_no_entries() {
        assertThat(code(() -> draft(NewEntry.of("news", "nl", titled("x")).forAudience(BOUW))))
                .isEqualTo("unknown-group");
        assertThatThrownBy(
                        () -> room.publish(Newsroom.page(Newsroom.anEntry(), "nl", BOUW, "/groepen/bouwteam/x", "x")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.findings().get(0).code()).isEqualTo("unknown-group"));
    }

    @Test
    void a_slug_is_sound_and_one_groups_own() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));

        assertThatThrownBy(() -> room.change(PartKind.GROUP, "zorg", group("bouwteam")))
                .isInstanceOf(Conflict.class);
        for (String slug : List.of("", "Bouw Team", "nieuw", "a/b")) {
            assertThatThrownBy(() -> room.change(PartKind.GROUP, "zorg", group(slug)))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> room.change(PartKind.GROUP, "Zorg", group("zorg")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.change(
                        PartKind.GROUP, "zorg", Json.mapper().createObjectNode().put("slug", "zorg")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_group_keeps_its_slug_while_something_is_published_for_it() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        Written.Saved news = aDraft(NewEntry.of("news", "nl", titled("Steiger")).forAudience(BOUW));
        publish(news.key());

        assertThatThrownBy(() -> room.change(PartKind.GROUP, "bouw", group("bouwers")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> room.remove(PartKind.GROUP, "bouw")).isInstanceOf(Conflict.class);

        room.unpublish(news.key().entry());
        room.change(PartKind.GROUP, "bouw", group("bouwers"));
        assertThatThrownBy(() -> publish(news.key())).isInstanceOf(Invalid.class);
        room.in(() -> plein.get(MoveEntry.class).perform(room.id(), news.key().entry(), MoveEntry.To.WHERE_IT_IS));
        publish(news.key());
        assertThat(room.titleAt(
                        "/groepen/bouwers/nieuws/steiger", GUEST, room.now().version()))
                .isEqualTo("Steiger");
    }

    @Test
    void a_group_does_not_take_pages_that_are_there() {
        room.publish(Newsroom.page(Newsroom.anEntry(), "/groepen/bouwteam/oud", "Oud"));

        assertThatThrownBy(() -> room.change(PartKind.GROUP, "bouw", group("bouwteam")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void rolling_back_brings_a_group_and_its_entries_back() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        Written.Saved news = aDraft(NewEntry.of("news", "nl", titled("Steiger")).forAudience(BOUW));
        long then = publish(news.key()).version();
        room.unpublish(news.key().entry());
        room.remove(PartKind.GROUP, "bouw");

        room.rollBack(then);

        assertThat(room.titleAt(news.path(), GUEST, room.now().version())).isEqualTo("Steiger");
        assertThat(room.in(() -> plein.get(SiteParts.class).groups(room.id())))
                .extracting(SitePart::key)
                .containsExactly("bouw");
    }

    @Test
    void only_members_are_told_that_a_group_is_there() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));

        assertThat(groupsSeenBy(GUEST)).containsExactly("bouw");
        assertThat(groupsSeenBy(Newsroom.COLLEAGUE)).isEmpty();
        assertThat(feed(GUEST)).contains("group bouw");
        assertThat(feed(Newsroom.COLLEAGUE)).doesNotContain("group bouw");
    }

    @Test
    void whoever_is_let_in_belongs_to_the_groups_audience_until_they_leave() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        ChangeGroupMembers members = plein.get(ChangeGroupMembers.class);

        PersonId guest = room.in(() -> members.addNew(room.id(), "bouw", "Gast", GroupRole.MEMBER));
        change(() -> members.add(room.id(), "bouw", guest, GroupRole.GUEST));

        assertThat(audiencesOf(guest)).containsExactlyInAnyOrder(Audience.EVERYONE, BOUW);
        assertThat(room.in(() -> members.of(room.id(), "bouw")))
                .extracting(GroupMembers.Named::name, one -> one.member().role())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Gast", GroupRole.GUEST));

        change(() -> members.remove(room.id(), "bouw", guest));
        assertThat(audiencesOf(guest)).containsExactly(Audience.EVERYONE);
        assertThatThrownBy(() -> change(() -> members.remove(room.id(), "bouw", guest)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change(() -> members.add(room.id(), "zorg", guest, GroupRole.GUEST)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_named_by_an_id_whom_the_agency_does_not_know() {
        room.change(PartKind.GROUP, "bouw", group("bouwteam"));
        PersonId colleague = plein.get(AddPerson.class).perform("Collega");
        PersonId stranger = plein.get(AddPerson.class).perform("Vreemde");
        plein.get(GrantRole.class).inAgency(colleague, room.site.agency(), Role.READER);
        ChangeGroupMembers members = plein.get(ChangeGroupMembers.class);

        change(() -> members.add(room.id(), "bouw", colleague, GroupRole.MEMBER));
        assertThat(audiencesOf(colleague)).contains(BOUW, Audience.AGENCY);
        assertThatThrownBy(() -> change(() -> members.add(room.id(), "bouw", stranger, GroupRole.MEMBER)))
                .isInstanceOf(NotFound.class);
        assertThat(audiencesOf(stranger)).containsExactly(Audience.EVERYONE);
    }

    private Set<Audience> audiencesOf(PersonId person) {
        Caller caller = new Caller(Caller.Kind.PERSON, Optional.of(person), "Gast");
        return plein.get(Calling.class)
                .as(caller, () -> plein.get(Access.class).viewerOf(room.site).audiences());
    }

    private void change(Runnable work) {
        room.in(() -> {
            work.run();
            return 0;
        });
    }

    private List<String> groupsSeenBy(Viewer viewer) {
        return room.in(() -> plein.get(SiteParts.class).of(room.id(), PartKind.GROUP, viewer, room.now())).stream()
                .map(SitePart::key)
                .toList();
    }

    private List<String> feed(Viewer viewer) {
        return room.in(() -> plein.get(ChangeFeed.class).read(room.id(), 0, null, viewer, null, 100)).items().stream()
                .filter(Change.PartThere.class::isInstance)
                .map(Change.PartThere.class::cast)
                .map(there -> there.part().kind().key() + " " + there.part().key())
                .toList();
    }

    private String code(java.util.function.Supplier<Written> work) {
        try {
            return work.get() instanceof Written.Refused refused ? refused.why().code() : "";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private Written draft(NewEntry entry) {
        return room.in(() -> plein.get(CreateEntry.class).perform(room.id(), entry));
    }

    private Written.Saved aDraft(NewEntry entry) {
        return room.in(() -> plein.get(CreateEntry.class).perform(room.id(), entry));
    }

    private Receipt publish(TranslationKey key) {
        return room.in(() -> plein.get(PublishEntries.class).perform(room.id(), List.of(key)));
    }

    private static JsonNode titled(String title) {
        return Json.mapper().createObjectNode().put("title", title);
    }

    private static JsonNode group(String slug) {
        return Json.mapper().valueToTree(Map.of("slug", slug, "title", Map.of("nl", "De groep", "en", "The group")));
    }
}
