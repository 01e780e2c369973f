package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import nl.plein.cms.kernel.Hashes;
import nl.plein.site.tree.Blobs;
import nl.plein.site.tree.FolderBlobs;
import nl.plein.site.tree.Reachable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rendered versions of a site: kept, listed, rolled back to, and forgotten; and what a sweep of the files leaves. */
class RootsIT {

    private static final int ENTRIES = 12;
    private static final Path BLOBS = RunningServer.shared().data().resolve("blobs");

    private final Town town = new Town();
    private final Blobs blobs = new FolderBlobs(BLOBS);

    @Test
    void rolled_back_a_site_shows_the_pages_of_then_and_makes_only_those_that_differ() {
        List<String> entries = entries();
        long then = publishAll(entries);
        Map<String, String> before = pages();
        town.retitle(entries.get(0), "Anders");
        town.publish(entries.get(0));
        String later = town.anEntry("Later");
        town.awaitLive(town.publish(later));
        assertThat(pages()).isNotEqualTo(before);

        JsonNode receipt = rollBack(then);

        assertThat(pages()).isEqualTo(before);
        assertThat(town.visitor.get("/nieuws/later").status()).isIn(404, 410);
        JsonNode rendered = town.publisher
                .get(town.manage + "/receipts/" + receipt.path("version").asLong())
                .json()
                .path("receipt")
                .path("rendered");
        assertThat(rendered.path("pages").asInt()).as(rendered.toString()).isBetween(1, ENTRIES - 2);
    }

    @Test
    void what_was_withdrawn_or_erased_since_is_not_there_after_rolling_back() {
        List<String> entries = entries();
        long then = publishAll(entries);
        var answer = town.publisher
                .with("If-Match", "*")
                .post(
                        town.manage + "/withdrawals",
                        "{\"items\":[{\"entry\":\"" + entries.get(1)
                                + "\",\"locale\":\"nl\"}],\"reason\":\"withdrawn\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        erase(entries.get(2));
        town.retitle(entries.get(3), "Anders");
        town.publish(entries.get(3));

        assertThat(rollBack(then).path("skipped").asInt()).isEqualTo(2);

        assertThat(town.visitor.get("/nieuws/bericht-1").status()).isIn(404, 410);
        assertThat(town.visitor.get("/nieuws/bericht-2").status()).isIn(404, 410);
        assertThat(town.visitor.get("/nieuws/bericht-3").status()).isEqualTo(200);
    }

    @Test
    void the_versions_that_were_live_are_listed_with_their_receipts_and_are_whole() throws IOException {
        String entry = town.anEntry("Eerste titel");
        List<Long> published = new ArrayList<>();
        published.add(live(town.publish(entry)));
        town.retitle(entry, "Tweede titel");
        published.add(live(town.publish(entry)));

        JsonNode roots = roots();

        List<Long> versions = new ArrayList<>();
        for (JsonNode root : roots) {
            versions.add(root.path("version").asLong());
            assertThat(root.path("live").asBoolean()).isEqualTo(versions.size() == 1);
            assertThat(town.publisher.get(root.path("receipt").asString()).status())
                    .isEqualTo(200);
            assertWhole(root.path("root").asString());
        }
        assertThat(versions).containsAll(published).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(town.anyone.get(town.manage + "/roots").status()).isEqualTo(401);
        String next = town.publisher
                .get(town.manage + "/roots?pageSize=1")
                .json()
                .path("page")
                .path("next")
                .asString();
        assertThat(town.publisher
                        .get(town.manage + "/roots?pageSize=1&cursor=" + next)
                        .json()
                        .path("items")
                        .get(0)
                        .path("version")
                        .asLong())
                .isEqualTo(versions.get(1));
    }

    @Test
    void after_an_erasure_only_the_live_version_is_left_and_the_files_of_others_are_untouched() throws IOException {
        Town other = new Town();
        other.awaitLive(other.publish(other.anEntry("Blijft")));
        other.awaitLive(other.publish(other.anEntry("Blijft ook")));
        byte[] upload = ("Een bestand " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        Town.made(other.publisher.post(other.manage + "/assets?file=bestand.txt", "text/plain", upload));
        List<JsonNode> kept = new ArrayList<>();
        other.publisher.get(other.manage + "/roots").json().path("items").forEach(kept::add);
        String entry = town.anEntry("Weg ermee");
        town.awaitLive(town.publish(entry));
        Path stray = stray();

        erase(entry);

        Town.await(
                () -> town.publisher.get(town.manage + "/roots"),
                answer -> answer.json().path("items").size() == 1);
        Town.await(() -> town.publisher.get(town.manage), answer -> !Files.exists(stray));
        assertWhole(roots().get(0).path("root").asString());
        assertThat(kept).hasSizeGreaterThan(1);
        for (JsonNode root : kept) {
            assertWhole(root.path("root").asString());
        }
        assertThat(file(Hashes.sha256(upload))).exists();
    }

    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(town.anEntry("Bericht " + i));
        }
        return entries;
    }

    private long publishAll(List<String> entries) {
        String items = String.join(
                ",",
                entries.stream()
                        .map(entry -> "{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}")
                        .toList());
        Client.Answer answer =
                town.publisher.with("If-Match", "*").post(town.manage + "/publications", "{\"items\":[" + items + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return live(answer.json().path("version").asLong());
    }

    private long live(long version) {
        town.awaitLive(version);
        return version;
    }

    private JsonNode rollBack(long version) {
        Client.Answer answer =
                town.publisher.with("If-Match", "*").post(town.manage + "/roll-backs", "{\"version\":" + version + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        live(answer.json().path("version").asLong());
        return answer.json();
    }

    private void erase(String entry) {
        Client.Answer answer = town.administrator
                .with("If-Match", "*")
                .post(town.manage + "/erasures", "{\"entry\":\"" + entry + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        live(answer.json().path("version").asLong());
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            String path = "/nieuws/bericht-" + i;
            pages.put(path, town.visitor.get(path).text());
        }
        for (String path : List.of("/", "/sitemap.xml", "/nieuws/anders", "/nieuws/later")) {
            Client.Answer answer = town.visitor.get(path);
            pages.put(path, answer.status() == 200 ? answer.text() : "");
        }
        return pages;
    }

    private JsonNode roots() {
        return town.publisher.get(town.manage + "/roots").json().path("items");
    }

    private void assertWhole(String root) throws IOException {
        Set<String> names = new HashSet<>();
        new Reachable(blobs, names).add(root);
        for (String name : names) {
            assertThat(file(name)).exists();
        }
    }

    /** As a render that died leaves one. */
    private static Path stray() throws IOException {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        Path file = file(Hashes.sha256(bytes));
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static Path file(String name) {
        return BLOBS.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }
}
