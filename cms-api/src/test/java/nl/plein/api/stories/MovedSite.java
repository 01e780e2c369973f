package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.plein.api.server.Client;
import nl.plein.api.server.Crawler;
import nl.plein.api.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** A site on one server, and what is asked of it before and after it moves to another. */
record MovedSite(RunningServer server, String id, String host) {

    private static final int MOST_ADDRESSES = 50_000;

    MovedSite on(RunningServer other) {
        return new MovedSite(other, id, host);
    }

    Client administrator() {
        return Client.of(server).withToken(RunningServer.ADMINISTRATOR);
    }

    String manage() {
        return "/manage/v1/sites/" + id;
    }

    /** An archive of it, and what its job says. */
    record Exported(byte[] archive, JsonNode report, double seconds) {

        String sha256() {
            return report.path("sha256").asString();
        }
    }

    Exported exported() {
        long begun = System.nanoTime();
        JsonNode job = ended(administrator().post(manage() + "/exports", "text/plain", new byte[0]));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        String file = manage() + "/exports/" + job.path("id").asString() + "/file";
        Client.Answer archive = administrator().get(file);
        assertThat(archive.status()).isEqualTo(200);
        assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
        assertThat((long) archive.bytes().length)
                .isEqualTo(job.path("report").path("size").asLong());
        return new Exported(archive.bytes(), job.path("report"), seconds(begun));
    }

    /** The agency that it belongs to: its name stands on pages. */
    JsonNode agency() {
        String agency = administrator().get(manage()).json().path("agency").asString();
        return administrator().get("/manage/v1/agencies/" + agency).json();
    }

    /** @return the job that imports it into an agency of this id and name */
    Client.Answer importing(Exported exported, JsonNode agency) {
        String of = agency.path("id").asString();
        String name = agency.path("name").asString();
        Client.Answer founded =
                administrator().post("/manage/v1/agencies", "{\"id\":\"" + of + "\",\"name\":\"" + name + "\"}");
        assertThat(founded.status()).as(founded.text()).isEqualTo(201);
        Client.Answer started = administrator()
                .post("/manage/v1/agencies/" + of + "/site-archives", "application/zip", exported.archive());
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started;
    }

    /** Waits for a job, longer than another node needs to notice that the one which ran it is dead. */
    JsonNode ended(Client.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return Town.await(600, () -> administrator().get(started.header("Location")), answer -> !Set.of(
                                "waiting", "running")
                        .contains(answer.json().path("state").asString()))
                .json();
    }

    /** Waits until nothing is made any more and visitors have all of it. @return its version */
    long settled() {
        long[] last = {-1, 0};
        return Town.await(300, () -> administrator().get(manage()), answer -> {
                    long version = answer.json().path("version").asLong(0);
                    last[1] = version == last[0] ? last[1] + 1 : 0;
                    last[0] = version;
                    return version > 0
                            && last[1] > 30
                            && answer.json().path("liveVersion").asLong(0) == version;
                })
                .json()
                .path("version")
                .asLong();
    }

    /** Everything that visitors can reach from page to page, by address: the status, and what it says. */
    Map<String, String> addresses() {
        Map<String, String> found = new TreeMap<>();
        Client visitor = Client.of(server).onHost(host);
        Crawler.addresses(
                visitor,
                List.of(),
                MOST_ADDRESSES,
                (address, answer) -> found.put(address, answer.status() + " " + Arrays.hashCode(answer.bytes())));
        return found;
    }

    String shown(String address) {
        return Client.of(server).onHost(host).get(address).text();
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 100_000_000 / 10.0;
    }
}
