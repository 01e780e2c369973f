package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.Newsroom;
import nl.plein.cms.search.IndexAudit.Findings;
import nl.plein.cms.search.IndexCursors.Cursor;
import nl.plein.cms.tenancy.CloseSite;
import nl.plein.cms.tenancy.DeleteSite;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class SearchFollowerTest {

    @Parameter
    Plein plein;

    private Newsroom room;
    private PublicationIndex index;
    private final List<EntryId> entries = new ArrayList<>();

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        index = plein.get(PublicationIndex.class);
        room.in(
                () -> plein.get(DefineType.class)
                        .perform(
                                Json.parse(
                                        """
                {"key":"news","name":{"nl":"Nieuws"},"kind":"entry","titleField":"title","fields":[
                  {"key":"title","kind":"text","name":{"nl":"Titel"}},{"key":"body","kind":"longText","name":{"nl":"Tekst"}}]}""")));
    }

    @Test
    void following_the_same_versions_again_changes_nothing() {
        storm(new Random(1), 40);
        caughtUp();
        Cursor cursor = cursor();
        index.cursors().move(room.id(), new Cursor(3, cursor.horizon(), cursor.stamp(), cursor.model()));
        assertThat(caughtUp().agrees()).isTrue();
    }

    @Test
    void after_any_acts_the_index_says_what_the_database_says() {
        Random random = new Random(2);
        for (int round = 0; round < Proof.rounds(5, 50); round++) {
            storm(random, 12);
            if (random.nextInt(4) == 0) {
                plein.clock().advance(Duration.ofHours(random.nextInt(30)));
            }
            Findings findings = caughtUp();
            assertThat(findings.missing()).isEmpty();
            assertThat(findings.extra()).isEmpty();
            assertThat(findings.stale()).isEmpty();
            assertThat(findings.documents()).isPositive();
        }
    }

    @Test
    void a_missing_torn_or_foreign_cursor_means_a_rebuild() throws IOException {
        storm(new Random(3), 20);
        caughtUp();
        Path file = plein.folder().resolve("index/cursors/" + room.id() + ".json");
        for (String content : List.of(
                "",
                "{\"index\":\"1 elsewhere\",\"position\":20,\"horizon\":0,\"stamp\":\"x\",\"model\":\"1\"}",
                "{\"index\":\"1")) {
            String stamp = cursor().stamp();
            index.write(List.of(planted()), List.of());
            index.cursors().forget(room.id());
            if (!content.isEmpty()) {
                Files.writeString(file, content);
            }
            assertThat(index.cursors().position(room.id())).isZero();
            assertThat(caughtUp().agrees()).as(content).isTrue();
            assertThat(cursor().stamp()).isNotEqualTo(stamp);
        }
    }

    @Test
    void a_lost_index_is_filled_again() {
        storm(new Random(4), 20);
        caughtUp();
        index.clear();
        assertThat(caughtUp().agrees()).isTrue();
        assertThat(caughtUp().documents()).isPositive();
    }

    @Test
    void the_audit_finds_what_is_missing_extra_or_stale() {
        publish("Een");
        publish("Twee");
        caughtUp();
        List<String> ids = plein.get(IndexContents.class).all(room.id());
        IndexedPublication extra = planted();
        index.write(List.of(extra), List.of(ids.get(0)));
        assertThat(audit().missing()).containsExactly(ids.get(0));
        assertThat(audit().extra()).containsExactly(extra.id);
        Map<String, Object> stale = new java.util.HashMap<>(planted().values);
        stale.put("id", ids.get(1));
        index.write(List.of(new IndexedPublication(ids.get(1), stale)), List.of(extra.id));
        assertThat(audit().stale()).containsExactly(ids.get(1));
    }

    @Test
    void of_what_was_erased_not_a_byte_is_left_in_the_index() {
        EntryId entry = publish("Kanariegeel");
        for (int i = 0; i < 5; i++) {
            publish("Ander bericht " + i);
        }
        caughtUp();
        assertThat(filesWith("anariegeel")).isNotEmpty();

        room.erase(entry);
        caughtUp();
        Viewer archivist = new Viewer(java.util.Optional.empty(), java.util.Set.of(Audience.EVERYONE), true);
        assertThat(room.in(() ->
                                plein.get(FullText.class).search(room.site, archivist, SearchRequest.of("kanariegeel")))
                        .total())
                .hasValue(0);
        EntryListsTest.eventually(() -> assertThat(filesWith("anariegeel")).isEmpty());
    }

    @Test
    void a_deleted_site_leaves_nothing_behind() {
        publish("Een");
        caughtUp();
        room.in(() -> {
            plein.get(CloseSite.class).perform(room.id());
            plein.get(DeleteSite.class).perform(room.id());
            return true;
        });
        assertThat(plein.get(IndexContents.class).all(room.id())).isEmpty();
        assertThat(index.cursors().of(room.id())).isEmpty();
    }

    private void storm(Random random, int acts) {
        for (int i = 0; i < acts; i++) {
            try {
                act(random, i);
            } catch (Refusal nothingToDo) {
                assertThat(entries).isNotEmpty();
            }
        }
    }

    private void act(Random random, int i) {
        int act = random.nextInt(10);
        EntryId entry = entries.isEmpty() ? Newsroom.anEntry() : entries.get(random.nextInt(entries.size()));
        switch (entries.isEmpty() ? 9 : act) {
            case 0 -> room.withdraw(entry);
            case 1 -> room.unpublish(entry);
            case 2 -> room.rollBack(1 + random.nextInt((int) room.now().version()));
            case 3 -> room.set("key" + random.nextInt(3), "value " + i);
            case 4, 5 ->
                publish(
                        entry,
                        "Opnieuw " + i,
                        List.of(Audience.EVERYONE, Audience.AGENCY).get(random.nextInt(2)));
            default -> publish("Nieuw " + i);
        }
    }

    private EntryId publish(String title) {
        EntryId entry = Newsroom.anEntry();
        entries.add(entry);
        publish(entry, title, Audience.EVERYONE);
        return entry;
    }

    private void publish(EntryId entry, String title, Audience audience) {
        room.publish(
                entry,
                "news",
                "nl",
                audience,
                "/" + entry,
                title,
                Json.mapper().createObjectNode().put("title", title).put("body", "De tekst van " + title));
    }

    private Findings caughtUp() {
        long newest = room.now().version();
        plein.get(Followers.class).catchUp();
        assertThat(index.cursors().await(room.id(), newest, Duration.ofSeconds(30)))
                .isEqualTo(newest);
        return audit();
    }

    private Findings audit() {
        return room.in(() -> plein.get(IndexAudit.class).compare(room.site));
    }

    private Cursor cursor() {
        return index.cursors().of(room.id()).orElseThrow();
    }

    private IndexedPublication planted() {
        String id = java.util.UUID.randomUUID().toString();
        return new IndexedPublication(
                id,
                Map.of(
                        "agency",
                        room.site.agency().value(),
                        "site",
                        room.id().value(),
                        "id",
                        id,
                        "to",
                        Long.MAX_VALUE,
                        "content",
                        "x"));
    }

    private List<Path> filesWith(String words) {
        try (Stream<Path> files = Files.walk(plein.folder().resolve("index"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, words))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
