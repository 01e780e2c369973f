package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import nl.plein.site.tree.FolderBlobs;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeDiff;
import org.junit.jupiter.api.Test;

/**
 * A citizen, a civil servant of another agency, a colleague and the guest of a group each get exactly what is theirs, from the
 * gateway and from the delivery API; nobody is told that there is more.
 */
class FourViewersIT {

    private static final int EACH = Proof.rounds(4, 100);
    private static final List<String> AUDIENCES =
            List.of("everyone", "government", "agency", "group:bouw", "group:zorg");
    private static final String INDEX = "/index.html";

    private final Town town = new Town();
    private final FolderBlobs blobs =
            new FolderBlobs(RunningServer.shared().data().resolve("blobs"));
    private final Map<String, Viewer> viewers = new LinkedHashMap<>();

    /** Path of each entry, and its audience. */
    private final Map<String, String> paths = new TreeMap<>();

    private final Map<String, String> songs = new HashMap<>();

    private record Viewer(Client api, Set<String> audiences) {

        boolean sees(String audience) {
            return audiences.contains(audience);
        }
    }

    @Test
    void each_viewer_gets_exactly_their_pages() throws IOException {
        audiences("\"everyone\",\"government\",\"agency\"");
        group("bouw", "bouwteam");
        group("zorg", "zorgteam");
        viewers.put("citizen", new Viewer(town.anyone, Set.of("everyone")));
        viewers.put("civil servant", new Viewer(new Town().publisher, Set.of("everyone", "government")));
        viewers.put("colleague", new Viewer(aColleague(), Set.of("everyone", "government", "agency")));
        viewers.put("guest", new Viewer(aGuest("bouw"), Set.of("everyone", "group:bouw")));
        long version = fill();

        List<String> wrong = new ArrayList<>();
        int asked = gateway(wrong) + lookedUp(wrong) + listed(wrong, version);

        figure("four_viewers_entries", paths.size());
        figure("four_viewers_questions", asked);
        figure("four_viewers_wrong", wrong.size());
        assertThat(wrong).isEmpty();
        aGroupIsLikeNothingToOthers();
        whoIsLetInOrOutSeesItAtOnce();
        aGuestOfAnIntranetSeesTheirGroupAlone();
    }

    /** Every file of every tree, asked for by each of them. */
    private int gateway(List<String> wrong) throws IOException {
        Map<String, Set<String>> trees = new TreeMap<>();
        Root root = Root.read(blobs, town.liveRoot());
        for (Map.Entry<String, Root.Tree> tree : root.trees().entrySet()) {
            for (String file :
                    TreeDiff.between(blobs, null, tree.getValue().node()).made()) {
                trees.computeIfAbsent(address(file), path -> new TreeSet<>()).add(tree.getKey());
            }
        }
        assertThat(trees.keySet()).containsAll(paths.keySet());
        figure("four_viewers_addresses", trees.size());
        trees.forEach((address, holders) -> viewers.forEach((name, viewer) -> {
            boolean theirs = holders.stream().anyMatch(viewer::sees);
            Answer answer = viewer.api().onHost(town.host).get(address);
            if (answer.status() != (theirs ? 200 : 404)) {
                wrong.add(name + " gets " + answer.status() + " at " + address + " of " + holders);
            }
            if (!holders.contains("everyone")
                    && theirs
                    && !answer.header("Cache-Control").equals("private, no-cache")) {
                wrong.add(address + " may be kept: " + answer.header("Cache-Control"));
            }
            hear(wrong, name + " at " + address, viewer, answer);
        }));
        return trees.size() * viewers.size();
    }

    private int lookedUp(List<String> wrong) {
        paths.forEach((path, audience) -> viewers.forEach((name, viewer) -> {
            int status = viewer.api().get(town.delivery + "/paths?path=" + path).status();
            if (status != (viewer.sees(audience) ? 200 : 404)) {
                wrong.add(name + " gets " + status + " for " + path + " by the API");
            }
        }));
        return paths.size() * viewers.size();
    }

    private int listed(List<String> wrong, long version) {
        List<String> questions = List.of(
                "/entries?type=news&pageSize=100&minVersion=" + version,
                "/search?q=zingt&pageSize=100",
                "/changes?pageSize=100");
        viewers.forEach((name, viewer) -> {
            for (String question : questions) {
                Set<String> heard = all(viewer, question);
                Set<String> theirs = new TreeSet<>();
                songs.forEach((song, audience) -> {
                    if (viewer.sees(audience)) {
                        theirs.add(song);
                    }
                });
                if (!heard.equals(theirs)) {
                    wrong.add(name + " hears by " + question + " " + heard + " instead of " + theirs);
                }
            }
            var groups = viewer.api().get(town.delivery).json().path("groups");
            if (groups.has("bouw") != viewer.sees("group:bouw") || groups.has("zorg")) {
                wrong.add(name + " is told of groups: " + groups);
            }
        });
        return viewers.size() * (questions.size() + 1);
    }

    /** The songs in all pages of a list. */
    private Set<String> all(Viewer viewer, String question) {
        Set<String> heard = new TreeSet<>();
        String cursor = "";
        do {
            Answer answer = viewer.api().get(town.delivery + question + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            songs.keySet().stream().filter(answer.text()::contains).forEach(heard::add);
            String next = answer.json().path("page").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return heard;
    }

    private void hear(List<String> wrong, String where, Viewer viewer, Answer answer) {
        songs.forEach((song, audience) -> {
            if (!viewer.sees(audience) && answer.text().contains(song)) {
                wrong.add(where + " hears " + song + " of " + audience);
            }
        });
    }

    private void aGroupIsLikeNothingToOthers() {
        for (String name : List.of("citizen", "civil servant", "colleague")) {
            Client client = viewers.get(name).api().onHost(town.host);
            Answer hidden = client.get("/groepen/bouwteam");
            Answer nothing = client.get("/groepen/nooitgeweest");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.text()).isEqualTo(nothing.text());
            assertThat(headers(hidden)).isEqualTo(headers(nothing));
        }
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date"));
        return headers;
    }

    private void whoIsLetInOrOutSeesItAtOnce() {
        String members = town.manage + "/groups/zorg/members";
        String guest = town.administrator
                .get(town.manage + "/groups/bouw/members")
                .json()
                .path("items")
                .path(0)
                .path("person")
                .asString();
        Client client = viewers.get("guest").api().onHost(town.host);
        Town.made(town.administrator.post(members, "{\"person\":\"" + guest + "\",\"role\":\"member\"}"));
        assertThat(client.get("/groepen/zorgteam").status()).isEqualTo(200);
        assertThat(town.administrator.delete(members + "/" + guest).status()).isEqualTo(204);
        assertThat(client.get("/groepen/zorgteam").status()).isEqualTo(404);
        assertThat(town.publisher.get(members).status()).isEqualTo(403);
    }

    private void aGuestOfAnIntranetSeesTheirGroupAlone() {
        town.awaitLive(audiences("\"agency\""));
        Client client = viewers.get("guest").api().onHost(town.host);
        Answer front = client.get("/groepen/bouwteam");
        assertThat(front.status()).isEqualTo(200);
        String style = front.text().replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]*)\".*", "$1");
        assertThat(client.get(style).status()).as(style).isEqualTo(200);
        assertThat(client.get("/").status()).isEqualTo(401);
        assertThat(client.get("/groepen/zorgteam").status()).isEqualTo(401);
        for (String group : List.of("/groepen/bouwteam", "/groepen/nooitgeweest")) {
            Answer stranger = town.visitor.get(group);
            assertThat(stranger.status()).as(group).isEqualTo(303);
            assertThat(stranger.header("Location")).contains("/identity/sign-in");
        }
        String path = paths.entrySet().stream()
                .filter(entry -> entry.getValue().equals("group:bouw"))
                .findFirst()
                .orElseThrow()
                .getKey();
        assertThat(viewers.get("guest")
                        .api()
                        .get(town.delivery + "/paths?path=" + path)
                        .status())
                .isEqualTo(200);
        assertThat(town.anyone.get(town.delivery + "/paths?path=" + path).status())
                .isEqualTo(404);
    }

    /** @return the version that has all of it, which visitors have by then */
    private long fill() {
        List<String> items = new ArrayList<>();
        for (String audience : AUDIENCES) {
            for (int i = 0; i < EACH; i++) {
                String song = "kanarie" + audience.replaceAll("[^a-z]", "") + "x" + i + "x";
                var saved = Town.made(town.publisher.post(
                                town.manage + "/entries",
                                """
                                {"type":"news","locale":"nl","audience":"%s",
                                 "fields":{"title":"%s","body":"<p>%s zingt</p>"}}"""
                                        .formatted(audience, song, song)))
                        .json();
                songs.put(song, audience);
                paths.put(saved.path("path").asString(), audience);
                items.add("{\"entry\":\"" + saved.path("entry").asString() + "\",\"locale\":\"nl\"}");
            }
        }
        long version = made("publications", "{\"items\":[" + String.join(",", items) + "]}");
        town.awaitLive(version);
        return version;
    }

    private void group(String id, String slug) {
        made(
                "part-changes",
                """
                {"changes":[{"kind":"group","key":"%s","value":{"slug":"%s","title":{"nl":"Het %s","en":"The %s"}}}]}"""
                        .formatted(id, slug, slug, slug));
    }

    private long audiences(String names) {
        return made(
                "part-changes",
                """
                {"changes":[{"kind":"setting","key":"site","value":
                  {"name":{"nl":"Stad"},"locales":["nl","en"],"canonicalHost":"%s","audiences":[%s]}}]}"""
                        .formatted(town.host, names));
    }

    private long made(String kind, String body) {
        Answer answer = town.administrator.with("If-Match", "*").post(town.manage + "/" + kind, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("version").asLong();
    }

    private Client aColleague() {
        return town.anyone.withToken(Town.made(town.administrator.post(
                        "/manage/v1/agencies/" + town.id + "/members", "{\"name\":\"Cor\",\"role\":\"reader\"}"))
                .json()
                .path("secret")
                .asString());
    }

    private Client aGuest(String group) {
        return town.anyone.withToken(Town.made(town.administrator.post(
                        town.manage + "/groups/" + group + "/members", "{\"name\":\"Gast\",\"role\":\"guest\"}"))
                .json()
                .path("secret")
                .asString());
    }

    private static String address(String file) {
        if (file.equals(INDEX)) {
            return "/";
        }
        return file.endsWith(INDEX) ? file.substring(0, file.length() - INDEX.length()) : file;
    }
}
