package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.ARCHIVIST;
import static nl.plein.cms.publishing.Newsroom.COLLEAGUE;
import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.node.ObjectNode;

@OnEveryDatabase
class PublishingTest {

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
    }

    @Test
    void a_publication_of_one_agency_is_invisible_to_another() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "A"));
        SiteRef other = plein.aSite();

        Publications publications = plein.get(Publications.class);
        plein.inAgency(other.agency(), () -> {
            assertThat(publications.byPath(room.id(), "/a", ARCHIVIST, new SiteMoment(1)))
                    .isEqualTo(new PathAnswer.Absent());
            assertThat(publications.ofEntries(room.id(), List.of(entry), ARCHIVIST, new SiteMoment(1)))
                    .isEmpty();
            assertThat(plein.get(SiteParts.class).at(room.id(), new SiteMoment(1)))
                    .isEmpty();
        });
    }

    @Test
    void a_version_is_visible_from_its_number_on() {
        EntryId entry = anEntry();

        assertThat(room.publish(page(entry, "/a", "First")).version()).isEqualTo(1);
        assertThat(room.publish(page(entry, "/a", "Second")).version()).isEqualTo(2);

        assertThat(room.titleAt("/a", Viewer.PUBLIC, 0)).isEqualTo("Absent");
        assertThat(room.titleAt("/a", Viewer.PUBLIC, 1)).isEqualTo("First");
        assertThat(room.titleAt("/a")).isEqualTo("Second");
    }

    @Test
    void many_translations_become_one_version() {
        EntryId entry = anEntry();
        Receipt receipt = room.publish(
                page(entry, "nl", Audience.EVERYONE, "/markt", "Markt"),
                page(entry, "en", Audience.EVERYONE, "/en/market", "Market"));

        assertThat(receipt.version()).isEqualTo(1);
        assertThat(receipt.made()).isEqualTo(2);
        assertThat(room.in(() ->
                        plein.get(Publications.class).pagesOf(room.id(), List.of(entry), Viewer.PUBLIC, room.now())))
                .extracting(PageRef::path)
                .containsExactlyInAnyOrder("/markt", "/en/market");
    }

    @Test
    void a_receipt_tells_what_was_made_changed_and_removed() {
        EntryId stays = anEntry();
        EntryId goes = anEntry();
        room.publish(page(stays, "/stays", "Stays"), page(goes, "/goes", "Goes"));
        Receipt moved = room.publish(page(stays, "/moved", "Stays"), page(anEntry(), "/new", "New"));
        Receipt removed = room.unpublish(goes);
        Receipts receipts = plein.get(Receipts.class);

        assertThat(room.in(() -> receipts.get(room.id(), moved.version())))
                .satisfies(stored -> assertThat(stored.act()).isEqualTo("publish"))
                .satisfies(stored -> assertThat(stored.made()).isEqualTo(1))
                .satisfies(stored -> assertThat(stored.changed()).isEqualTo(1));
        assertThat(room.in(() -> receipts.lines(room.id(), moved.version())))
                .extracting(line -> line.what() + " " + line.path() + " "
                        + line.pathBefore().orElse("-"))
                .containsExactly("CHANGED /moved /stays", "MADE /new -");
        assertThat(room.in(() -> receipts.lines(room.id(), removed.version())))
                .extracting(line -> line.what() + " " + line.path())
                .containsExactly("REMOVED /goes");
        assertThatThrownBy(() -> room.in(() -> receipts.get(room.id(), 99))).isInstanceOf(NotFound.class);
    }

    @Test
    void two_entries_for_one_path_are_refused_with_both_names() {
        EntryId first = anEntry();
        EntryId second = anEntry();
        room.publish(page(first, "/a", "A"));

        assertThatThrownBy(() -> room.publish(page(second, "/a", "B")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(first.toString())
                .hasMessageContaining(second.toString())
                .hasMessageContaining("/a")
                .satisfies(e -> assertThat(((Refusal) e).code()).isEqualTo("path-taken"));
        assertThatThrownBy(() -> room.publish(page(anEntry(), "/b", "A"), page(anEntry(), "/b", "B")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("/b");
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void two_entries_may_swap_their_paths_in_one_release() {
        EntryId a = anEntry();
        EntryId b = anEntry();
        room.publish(page(a, "/a", "A"), page(b, "/b", "B"));

        room.publish(page(a, "/b", "A"), page(b, "/a", "B"));

        assertThat(room.titleAt("/a")).isEqualTo("B");
        assertThat(room.titleAt("/b")).isEqualTo("A");
    }

    @Test
    void entries_without_a_page_do_not_get_in_each_others_way() {
        EntryId a = anEntry();
        EntryId b = anEntry();

        room.publish(page(a, "", "A"), page(b, "", "B"));

        assertThat(room.in(() ->
                        plein.get(Publications.class).byIds(room.id(), List.of(a, b), "nl", Viewer.PUBLIC, room.now())))
                .hasSize(2);
    }

    @Test
    void a_page_that_moves_leaves_a_redirect_that_follows_it_in_one_hop() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/one", "P"));
        room.publish(page(entry, "/two", "P"));
        room.publish(page(entry, "/three", "P"));

        assertThat(room.titleAt("/one")).isEqualTo("-> /three");
        assertThat(room.titleAt("/two")).isEqualTo("-> /three");
        assertThat(room.titleAt("/three")).isEqualTo("P");
        assertThat(room.titleAt("/two", Viewer.PUBLIC, 2)).isEqualTo("P");
    }

    @Test
    void a_page_that_moves_back_does_not_loop() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/one", "P"));
        room.publish(page(entry, "/two", "P"));
        room.publish(page(entry, "/one", "P"));

        assertThat(room.titleAt("/one")).isEqualTo("P");
        assertThat(room.titleAt("/two")).isEqualTo("-> /one");
    }

    @Test
    void a_page_that_vanishes_leaves_a_tombstone_until_another_takes_its_path() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "A"));
        room.unpublish(entry);

        assertThat(room.titleAt("/a")).isEqualTo("Gone");
        assertThat(room.titleAt("/never")).isEqualTo("Absent");

        room.publish(page(anEntry(), "/a", "B"));
        assertThat(room.titleAt("/a")).isEqualTo("B");
    }

    @Test
    void a_page_that_moved_and_vanished_is_gone_at_both_paths() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/one", "P"));
        room.publish(page(entry, "/two", "P"));
        room.withdraw(entry);

        assertThat(room.titleAt("/one")).isEqualTo("Gone");
        assertThat(room.titleAt("/two")).isEqualTo("Gone");
    }

    @Test
    void a_redirect_by_hand_leads_to_its_end_in_one_hop() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/page", "P"));
        room.redirect("/b", "/page");
        room.redirect("/a", "/b");
        assertThat(room.titleAt("/a")).isEqualTo("-> /page");

        room.publish(page(entry, "/moved", "P"));
        assertThat(room.titleAt("/a")).isEqualTo("-> /moved");
        assertThat(room.titleAt("/b")).isEqualTo("-> /moved");

        assertThatThrownBy(() -> room.in(() -> plein.get(ChangeSiteParts.class)
                        .perform(
                                room.id(),
                                List.of(
                                        new PartChange(PartKind.REDIRECT, "/x", to("/y")),
                                        new PartChange(PartKind.REDIRECT, "/y", to("/x"))))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("leads back to itself");
    }

    @Test
    void a_redirect_to_an_entry_leads_to_the_first_locale_that_has_a_page() {
        EntryId both = anEntry();
        EntryId english = anEntry();
        room.publish(page(both, "en", Audience.EVERYONE, "/en/p", "P"));
        room.publish(page(both, "nl", Audience.EVERYONE, "/p", "P"));
        room.publish(page(english, "en", Audience.EVERYONE, "/en/e", "E"));

        room.change(PartKind.REDIRECT, "/a", toEntry(both));
        room.change(PartKind.REDIRECT, "/b", toEntry(both).put("locale", "en"));
        room.change(PartKind.REDIRECT, "/c", toEntry(english));

        assertThat(room.titleAt("/a")).isEqualTo("-> /p");
        assertThat(room.titleAt("/b")).isEqualTo("-> /en/p");
        assertThat(room.titleAt("/c")).isEqualTo("-> /en/e");
    }

    private static ObjectNode toEntry(EntryId entry) {
        return Json.mapper().createObjectNode().put("entry", entry.toString());
    }

    @Test
    void a_redirect_never_stands_before_a_page() {
        room.redirect("/a", "/elsewhere");
        room.publish(page(anEntry(), "/a", "A"));
        assertThat(room.titleAt("/a")).isEqualTo("A");

        assertThatThrownBy(() -> room.redirect("/a", "/elsewhere"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stands at /a");
    }

    @Test
    void of_two_pages_at_one_path_the_narrower_answers_those_who_may_see_it() {
        room.publish(
                page(anEntry(), "nl", Audience.EVERYONE, "/", "Public"),
                page(anEntry(), "nl", Audience.AGENCY, "/", "Inside"));

        assertThat(room.titleAt("/")).isEqualTo("Public");
        assertThat(room.titleAt("/", COLLEAGUE, 1)).isEqualTo("Inside");
    }

    @Test
    void what_fewer_people_may_see_is_absent_for_the_others() {
        EntryId entry = anEntry();
        room.publish(page(entry, "nl", Audience.AGENCY, "/secret", "Secret"));
        room.publish(page(entry, "nl", Audience.AGENCY, "/hidden", "Secret"));

        assertThat(room.titleAt("/secret")).isEqualTo("Absent");
        assertThat(room.titleAt("/hidden")).isEqualTo("Absent");
        assertThat(room.titleAt("/secret", COLLEAGUE, 2)).isEqualTo("-> /hidden");
    }

    @Test
    void a_refused_act_leaves_no_version_and_nothing_staged() {
        EntryId entry = anEntry();
        room.publish(page(entry, "/a", "A"));

        assertThatThrownBy(() -> room.publish(page(anEntry(), "/new", "N"), page(anEntry(), "/a", "B")))
                .isInstanceOf(Conflict.class);

        assertThat(room.now().version()).isEqualTo(1);
        assertThat(room.titleAt("/new")).isEqualTo("Absent");
        assertThat(room.in(() -> plein.get(StagedRows.class).count(room.id()))).isZero();
    }

    @Test
    void publishing_inside_a_transaction_is_undone_with_it() {
        EntryId entry = anEntry();
        assertThatThrownBy(() -> room.in(() -> plein.transaction(() -> {
                    room.publish(page(entry, "/a", "A"));
                    throw new Invalid("no", "No.");
                })))
                .isInstanceOf(Invalid.class);

        assertThat(room.now().version()).isZero();
        assertThat(room.titleAt("/a")).isEqualTo("Absent");
    }

    @Test
    void unpublishing_what_is_not_published_says_so() {
        assertThatThrownBy(() -> room.unpublish(anEntry())).isInstanceOf(NotFound.class);
        assertThat(room.now().version()).isZero();
    }

    @Test
    void setting_a_site_part_to_what_it_is_makes_no_version() {
        assertThat(room.set("colour", "blue").version()).isEqualTo(1);
        Receipt again = room.set("colour", "blue");

        assertThat(again.madeVersion()).isFalse();
        assertThat(again.version()).isEqualTo(1);
        assertThat(room.remove(PartKind.SETTING, "colour").version()).isEqualTo(2);
        assertThat(setting("colour", 1)).isEqualTo("blue");
        assertThat(setting("colour", 2)).isNull();
    }

    @Test
    void site_parts_must_make_sense() {
        assertThatThrownBy(() -> room.redirect("no-slash", "/a"))
                .isInstanceOf(Invalid.class)
                .satisfies(e -> assertThat(((Refusal) e).findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.pointer()).isEqualTo("/0")));
        assertThatThrownBy(() -> room.redirect("/a", "/a")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.redirect("/a", "javascript:alert(1)")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.redirect("/a", "//evil.example")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.set("siteDay", "2030-01-01")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.change(PartKind.MENU, "main", to("/x"))).isInstanceOf(Invalid.class);
    }

    @Test
    void the_setting_of_a_site_also_moves_its_head() {
        room.change(
                PartKind.SETTING,
                "site",
                nl.plein.cms.kernel.Json.parse(
                        "{\"name\":{\"en\":\"Town\",\"nl\":\"Stad\"},\"locales\":[\"en\",\"nl\"],\"timeZone\":\"UTC\"}"));

        assertThat(plein.get(nl.plein.cms.tenancy.Sites.class).get(room.id()))
                .satisfies(site -> assertThat(site.name()).isEqualTo("Town"))
                .satisfies(site -> assertThat(site.timeZone()).isEqualTo("UTC"))
                .satisfies(site -> assertThat(site.defaultLocale()).isEqualTo("en"));
    }

    private @org.jspecify.annotations.Nullable String setting(String key, long version) {
        return room.in(() -> plein.get(SiteParts.class)
                .find(room.id(), PartKind.SETTING, key, ARCHIVIST, new SiteMoment(version))
                .map(part -> part.value().stringValue())
                .orElse(null));
    }

    private static tools.jackson.databind.JsonNode to(String path) {
        return Json.mapper().createObjectNode().put("to", path);
    }
}
