package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;

/** An agency of its own with one site and one type, so that stories don't meet. */
final class Town {

    final String id = "stad-" + UUID.randomUUID().toString().substring(0, 8);
    final String host = id + ".example";
    final Client anyone = Client.of(RunningServer.shared());
    final Client visitor = anyone.onHost(host);
    final Client administrator = anyone.withToken(RunningServer.ADMINISTRATOR);
    final Client publisher;
    final String manage = "/manage/v1/sites/" + id;
    final String delivery = "/delivery/v1/sites/" + id;

    Town() {
        this("square");
    }

    /** @param theme of its site */
    Town(String theme) {
        made(administrator.post("/manage/v1/agencies", "{\"id\":\"" + id + "\",\"name\":\"Stad\"}"));
        made(
                administrator.post(
                        "/manage/v1/agencies/" + id + "/content-types",
                        """
                {"key":"news","kind":"entry","name":{"nl":"Nieuws"},"titleField":"title",
                 "pathPattern":"/nieuws/{slug}",
                 "fields":[{"key":"title","kind":"text","name":{"nl":"Titel"},"required":true},
                           {"key":"body","kind":"richText","name":{"nl":"Tekst"}},
                           {"key":"about","kind":"reference","name":{"nl":"Over"}}]}"""));
        made(administrator.post(
                "/manage/v1/agencies/" + id + "/sites",
                "{\"id\":\"" + id + "\",\"name\":\"Stad\",\"locales\":[\"nl\",\"en\"],\"hosts\":[\"" + host
                        + "\",\"www." + host + "\"],\"theme\":\"" + theme + "\"}"));
        String secret = made(administrator.post(
                        "/manage/v1/agencies/" + id + "/members", "{\"name\":\"Noor\",\"role\":\"publisher\"}"))
                .json()
                .path("secret")
                .asString();
        publisher = anyone.withToken(secret);
    }

    /** @return its id */
    String anEntry(String title) {
        return made(publisher.post(
                        manage + "/entries",
                        "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":{\"title\":\"" + title
                                + "\",\"body\":\"<p>Tekst van " + title + "</p>\"}}"))
                .json()
                .path("entry")
                .asString();
    }

    /** A text file. @return its id */
    String anAsset() {
        return made(publisher.post(
                        manage + "/assets?file=brief.txt", "text/plain", "Geachte".getBytes(StandardCharsets.UTF_8)))
                .json()
                .path("id")
                .asString();
    }

    /** @return its id */
    String aSchedule(String entry, String act, String at) {
        return made(publisher.post(
                        manage + "/schedules",
                        "{\"entry\":\"" + entry + "\",\"locale\":\"nl\",\"act\":\"" + act + "\",\"at\":\"" + at
                                + "\"}"))
                .json()
                .path("id")
                .asString();
    }

    /** @return the id of one that publishes the entry */
    String aRelease(String entry) {
        return made(publisher.post(
                        manage + "/releases",
                        "{\"name\":\"Voorjaar\",\"items\":[{\"entry\":\"" + entry
                                + "\",\"locale\":\"nl\",\"act\":\"publish\"}]}"))
                .json()
                .path("id")
                .asString();
    }

    /** @return its id */
    String aWebhook(String url) {
        return made(administrator.post(manage + "/webhooks", "{\"url\":\"" + url + "\"}"))
                .json()
                .path("webhook")
                .path("id")
                .asString();
    }

    /** A newer draft with another title. */
    void retitle(String entry, String title) {
        String draft = manage + "/entries/" + entry + "/translations/nl/draft";
        var known = publisher.get(draft).json();
        var saved = publisher.put(
                draft,
                "{\"basedOn\":\"" + known.path("revision").asString() + "\",\"fields\":{\"title\":\"" + title
                        + "\",\"body\":\"" + known.path("fields").path("body").asString() + "\"}}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    /** @return the version it made */
    long publish(String entry) {
        var answer = publisher
                .with("If-Match", "*")
                .post(manage + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("version").asLong();
    }

    /** Waits until visitors have this version. */
    void awaitLive(long version) {
        await(
                () -> publisher.get(manage),
                answer -> answer.json().path("liveVersion").asLong(0) >= version);
    }

    /** The name of what visitors have, as a back-up tells it: no API does. */
    String liveRoot() throws IOException {
        Pattern row = Pattern.compile("\"" + id + "\",\\d+,\"([0-9a-f]{64})\"");
        var backup = administrator.get("/manage/v1/backup");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(backup.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("tables/site_live.ndjson")) {
                    Matcher found = row.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    assertThat(found.find()).isTrue();
                    return found.group(1);
                }
            }
        }
        throw new IllegalStateException("the back-up has no table site_live");
    }

    static Client.Answer await(Supplier<Client.Answer> ask, Predicate<Client.Answer> enough) {
        return await(60, ask, enough);
    }

    static Client.Answer await(int seconds, Supplier<Client.Answer> ask, Predicate<Client.Answer> enough) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            Client.Answer answer = ask.get();
            if (enough.test(answer)) {
                return answer;
            }
            assertThat(System.nanoTime())
                    .as("waited " + seconds + " seconds for " + answer.text())
                    .isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Client.Answer made(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
