package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Crawler;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RunningServer;
import nl.plein.site.tree.FolderBlobs;
import nl.plein.site.tree.Reachable;
import org.junit.jupiter.api.Test;

/**
 * What was withdrawn sings on no page any more, whatever was rendered of it before: not at its old addresses, in lists,
 * feeds and indexes, nor by the names of old roots and their files, nor after the site was rolled back to when it sang.
 */
class WithdrawnCanariesIT {

    private static final int COUNT = Proof.rounds(20, 500);
    private static final int ROUNDS = 3;
    private static final int MOST = 5_000;
    private static final Pattern SONG = Pattern.compile("kanarie[0-9a-f]{16}");

    private final Town town = new Town();
    private final FolderBlobs blobs =
            new FolderBlobs(RunningServer.shared().data().resolve("blobs"));
    private final List<String> entries = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> oldNames = new HashSet<>();

    @Test
    void withdrawn_canaries_sing_in_no_old_root() throws Exception {
        hatch();
        String other = town.anEntry("Gezond");
        town.publish(other);
        long sang = act("publications", "{\"items\":[" + items(entries) + "]}");
        Instant then = Instant.now();
        List<String> questions = questions(sang, then);
        assertThat(listen()).as("what is heard while it is published").containsAll(words.values());
        assertThat(songsOfLiveRoot()).containsAll(words.values());
        keepNamesOfLiveRoot();
        questions.forEach(question ->
                assertThat(songs(town.publisher.get(question))).as(question).isNotEmpty());

        Set<String> withdrawn = new HashSet<>();
        List<String> leaks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> part = entries.subList(round * COUNT / ROUNDS, (round + 1) * COUNT / ROUNDS);
            withdraw(part, "withdrawn");
            part.forEach(entry -> withdrawn.add(words.get(entry)));
            leaks.addAll(leaks(withdrawn, questions));
            keepNamesOfLiveRoot();
        }
        withdraw(List.of(other), "superseded");
        assertThat(town.visitor.get("/nieuws/gezond").status()).isEqualTo(410);
        act("roll-backs", "{\"version\":" + sang + "}");
        assertThat(town.visitor.get("/nieuws/gezond").status())
                .as("the roll-back shows what it may")
                .isEqualTo(200);
        leaks.addAll(leaks(withdrawn, questions));

        figure("withdrawn_canaries_by_old_roots", COUNT);
        figure("withdrawn_canary_addresses", addresses.size());
        figure("withdrawn_canary_old_files", oldNames.size());
        figure("withdrawn_canary_hits", leaks.size());
        assertThat(leaks).isEmpty();
    }

    private void hatch() {
        for (int i = 0; i < COUNT; i++) {
            String word =
                    "kanarie" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
            String entry = Town.made(town.publisher.post(
                            town.manage + "/entries",
                            "{\"type\":\"news\",\"locale\":\"nl\",\"slug\":\"stuk-%1$d\",\"fields\":{\"title\":\"%2$s\",\"body\":\"<p>%2$s zingt</p>\"}}"
                                    .formatted(i, word)))
                    .json()
                    .path("entry")
                    .asString();
            words.put(entry, word);
            addresses.add("/nieuws/stuk-" + i);
            entries.add(entry);
        }
    }

    private void withdraw(List<String> entries, String reason) {
        act("withdrawals", "{\"items\":[" + items(entries) + "],\"reason\":\"" + reason + "\"}");
    }

    private static String items(List<String> entries) {
        return entries.stream()
                .map(entry -> "{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}")
                .collect(Collectors.joining(","));
    }

    /** @return the version it made, which visitors have by then */
    private long act(String kind, String body) {
        Answer answer = town.publisher.with("If-Match", "*").post(town.manage + "/" + kind, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        long version = answer.json().path("version").asLong();
        town.awaitLive(version);
        Answer list = Town.await(
                () -> town.publisher.get(town.delivery + "/entries?pageSize=1&minVersion=" + version),
                found -> found.status() == 200);
        assertThat(Long.parseLong(list.header("Site-Version"))).isGreaterThanOrEqualTo(version);
        return version;
    }

    /** All that the site has now; addresses and tags are kept to come back with. */
    private Set<String> listen() {
        Set<String> heard = new HashSet<>();
        addresses.addAll(Crawler.addresses(town.visitor, Set.copyOf(addresses), MOST, (address, answer) -> {
            heard.addAll(songs(answer));
            tags.putIfAbsent(address, answer.header("ETag"));
        }));
        return heard;
    }

    private static Set<String> songs(Answer answer) {
        return songs(answer.text() + answer.headers().map());
    }

    private static Set<String> songs(String text) {
        return SONG.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** What the delivery API is asked of the past, with cursors that were given out while all sang. */
    private List<String> questions(long sang, Instant then) {
        List<String> questions = new ArrayList<>(List.of(
                town.delivery + "/entries?type=news&pageSize=100&version=" + sang,
                town.delivery + "/entries?type=news&pageSize=100&at=" + then,
                town.delivery + "/paths?path=/nieuws/stuk-0&version=" + sang,
                town.delivery + "/changes?after=0&until=" + sang));
        for (String list : List.of(
                town.delivery + "/entries?type=news&sort=title&pageSize=5",
                town.delivery + "/search?q=zingt&pageSize=5",
                town.delivery + "/changes?pageSize=5")) {
            Answer first = town.publisher.get(list);
            String next = first.json().path("page").path("next").asString();
            questions.add(list + "&cursor=" + next);
        }
        return questions;
    }

    /** Withdrawn words that can still be heard, and how. */
    private List<String> leaks(Set<String> withdrawn, List<String> questions) throws IOException {
        listen();
        List<String> leaks = new ArrayList<>();
        for (String address : addresses) {
            note(leaks, withdrawn, address, town.visitor.get(address));
            note(leaks, withdrawn, address, town.publisher.onHost(town.host).get(address));
            note(
                    leaks,
                    withdrawn,
                    address,
                    town.visitor.with("Range", "bytes=0-4095").get(address));
            note(leaks, withdrawn, address + "?version=1", town.visitor.get(address + "?version=1"));
        }
        for (int i = 0; i < COUNT; i++) {
            String address = "/nieuws/stuk-" + i;
            Answer known = town.visitor.with("If-None-Match", tags.get(address)).get(address);
            boolean isGone = withdrawn.contains(words.get(entries.get(i)));
            if (isGone == (known.status() == 304)) {
                leaks.add(address + " is " + known.status() + " for who has it");
            }
        }
        for (String name : oldNames) {
            for (String form : List.of("/%s", "/blobs/%s", "/%s/index.html", "/%s/nieuws/stuk-0")) {
                String address = form.formatted(name);
                Answer answer = town.visitor.get(address);
                note(leaks, withdrawn, address, answer);
                if (answer.status() != 404) {
                    leaks.add(address + " is " + answer.status());
                }
            }
        }
        for (String question : questions) {
            note(leaks, withdrawn, question, town.anyone.get(question));
        }
        Set<String> live = songsOfLiveRoot();
        withdrawn.stream().filter(live::contains).forEach(word -> leaks.add("the live root has " + word));
        return leaks;
    }

    private static void note(List<String> leaks, Set<String> withdrawn, String address, Answer answer) {
        songs(answer).stream()
                .filter(withdrawn::contains)
                .forEach(word -> leaks.add(address + " (" + answer.status() + ") sings " + word));
    }

    private void keepNamesOfLiveRoot() throws IOException {
        Set<String> names = namesOfLiveRoot();
        names.stream().limit(Proof.rounds(40, 400)).forEach(oldNames::add);
        oldNames.add(town.liveRoot());
    }

    private Set<String> namesOfLiveRoot() throws IOException {
        Set<String> names = new HashSet<>();
        new Reachable(blobs, names).add(town.liveRoot());
        return names;
    }

    /** Read from the disk, file by file, so that an address that nobody thought of is no hiding place. */
    private Set<String> songsOfLiveRoot() throws IOException {
        Set<String> songs = new HashSet<>();
        for (String name : namesOfLiveRoot()) {
            try (var in = blobs.open(name)) {
                songs.addAll(songs(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
        return songs;
    }
}
