package nl.plein.cms.publishing;

import static nl.plein.cms.publishing.Newsroom.COLLEAGUE;
import static nl.plein.cms.publishing.Newsroom.anEntry;
import static nl.plein.cms.publishing.Newsroom.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What was withdrawn, narrowed or erased sings in no door that is open to those who may not see it. */
@OnEveryDatabase
class CanaryTest {

    @Parameter
    Plein plein;

    @Test
    void withdrawn_canaries_sing_nowhere() {
        int count = Proof.rounds(24, 500);
        var room = new Newsroom(plein);
        var random = new Random(4);
        Map<EntryId, String> paths = new HashMap<>();
        List<Publishable> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EntryId entry = anEntry();
            paths.put(entry, "/bird-" + i);
            pages.add(canary(entry, Audience.EVERYONE, "/bird-" + i));
        }
        room.publish(pages);
        room.publish(pages); // older publications, superseded by the same words
        ChangeFeed feed = plein.get(ChangeFeed.class);
        String oldCursor = room.in(() -> feed.read(room.id(), 0, null, Viewer.PUBLIC, null, 5))
                .next()
                .orElseThrow();
        List<EntryId> entries = List.copyOf(paths.keySet());
        int third = count / 3;
        room.withdraw(entries.subList(0, third).toArray(EntryId[]::new));
        List<Publishable> narrowed = new ArrayList<>();
        entries.subList(third, 2 * third)
                .forEach(entry -> narrowed.add(
                        page(entry, "nl", Audience.AGENCY, paths.get(entry), "Inside", words("inside only"))));
        room.publish(narrowed);
        entries.subList(2 * third, count).forEach(entry -> {
            if (random.nextInt(4) == 0) {
                room.erase(entry);
            } else {
                room.withdraw(entry);
                room.publish(page(entry, "nl", Audience.EVERYONE, paths.get(entry), "Mended", words("mended")));
            }
        });
        room.rollBack(1);
        room.rollBack(2);

        int hits = hits(room, entries, paths, Viewer.PUBLIC, oldCursor) + hits(room, entries, paths, COLLEAGUE, "");
        Proof.figure("canaries_" + name(), count);
        Proof.figure("canary_hits_" + name(), hits);
        assertThat(hits).isZero();
    }

    private int hits(
            Newsroom room, List<EntryId> entries, Map<EntryId, String> paths, Viewer viewer, String oldCursor) {
        Publications publications = plein.get(Publications.class);
        long newest = room.now().version();
        List<String> heard = new ArrayList<>();
        for (long version = 0; version <= newest; version += version < 4 ? 1 : Math.max(1, newest / 4)) {
            var moment = new SiteMoment(version);
            paths.values()
                    .forEach(path -> heard.add(room.in(() -> publications.byPath(room.id(), path, viewer, moment))
                            .toString()));
            room.in(() -> publications.ofEntries(room.id(), entries, viewer, moment))
                    .forEach(one -> heard.add(one.toString()));
            room.in(() -> publications.list(
                            room.id(), viewer, moment, Optional.empty(), Optional.empty(), Optional.empty(), 1_000))
                    .forEach(one -> heard.add(one.toString()));
            heard.addAll(feed(room, viewer, 0, version));
        }
        heard.addAll(feed(room, viewer, 1, newest));
        if (!oldCursor.isEmpty()) {
            heard.add(room.in(() -> plein.get(ChangeFeed.class).read(room.id(), 0, null, viewer, oldCursor, 1_000))
                    .toString());
        }
        return (int) heard.stream().filter(text -> text.contains("canary")).count();
    }

    private List<String> feed(Newsroom room, Viewer viewer, long after, long until) {
        if (until < after) {
            return List.of();
        }
        ChangePage page = room.in(
                () -> plein.get(ChangeFeed.class).read(room.id(), after, until, viewer, null, ChangeFeed.LARGEST_PAGE));
        return List.of(page.items().toString());
    }

    private static Publishable canary(EntryId entry, Audience audience, String path) {
        return page(entry, "nl", audience, path, "The canary", words("canary song"));
    }

    private static tools.jackson.databind.JsonNode words(String text) {
        return Json.mapper().createObjectNode().put("text", text);
    }

    private String name() {
        return plein.database().name().toLowerCase(java.util.Locale.ROOT);
    }
}
