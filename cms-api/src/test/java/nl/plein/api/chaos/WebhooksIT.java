package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Receiver;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receiver that fails, hangs, leads inside, is away and comes back, and a kill -9 of the server meanwhile: it is told of each
 * version, in order, and nothing is sent inside. Signatures are checked as a receiver would, by the words of the standard.
 */
@Tag("chaos")
class WebhooksIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningServer server = RunningServer.fresh();
    private final Receiver secret = new Receiver(0);
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
    private Receiver receiver = new Receiver(0);
    private ChaosSite site;

    @BeforeEach
    void start() {
        server.start("-Dplein.outside.allow=" + receiver.authority());
        site = ChaosSite.found(server);
    }

    @AfterEach
    void stop() {
        server.kill();
        receiver.close();
        secret.close();
    }

    @Test
    void a_receiver_that_fails_hangs_leads_inside_and_comes_back_is_told_all_in_order() throws Exception {
        JsonNode made = add(receiver.url());
        String hook = made.path("webhook").path("id").asString();
        String key = made.path("secret").asString();
        long after = made.path("webhook").path("toldVersion").asLong();

        Instant published = Instant.now();
        publish("goed");
        await("the first is taken", () -> !receiver.taken().isEmpty());
        long latency = Duration.between(published, Instant.now()).toMillis();
        receiver.answers(503);
        publish("faalt");
        awaitFailure(hook, "refused");
        receiver.answers(307, "Location", "http://" + secret.authority() + "/geheim");
        publish("leidt-naar-binnen");
        awaitFailure(hook, "redirected");
        receiver.hangs();
        publish("hangt");
        awaitFailure(hook, "timed-out");
        Receiver first = receiver;
        first.close();
        publish("weg");
        server.kill();
        server.start("-Dplein.outside.allow=" + first.authority());
        publish("na-de-klap");
        receiver = new Receiver(first.port());
        Instant back = Instant.now();
        long newest = site.version();

        await("all is taken", () -> told(hook) == newest);

        Duration caughtUp = Duration.between(back, Instant.now());
        List<Receiver.Got> got = new ArrayList<>(first.got());
        got.addAll(receiver.got());
        List<Long> taken = versions(got.stream().filter(Receiver.Got::taken).toList());
        List<Long> distinct = taken.stream().distinct().toList();
        List<Long> expected = LongStream.rangeClosed(after + 1, newest).boxed().toList();
        long lost = expected.stream().filter(one -> !distinct.contains(one)).count();
        long disorder = disorder(versions(got));
        long forged = got.stream().filter(one -> !isSigned(one, key)).count();
        long inside = secret.got().size();
        figure("webhook_versions", expected.size());
        figure("webhook_tries", got.size());
        figure("webhook_lost", lost);
        figure("webhook_out_of_order", disorder);
        figure("webhook_taken_twice", taken.size() - distinct.size());
        figure("webhook_sent_inside", inside);
        figure("webhook_bad_signatures", forged);
        figure("webhook_ms_after_publish", latency);
        figure("webhook_seconds_to_catch_up", caughtUp.toMillis() / 1_000.0);
        assertThat(distinct).isEqualTo(expected);
        assertThat(disorder).isZero();
        assertThat(inside).isZero();
        assertThat(forged).isZero();
        assertThat(idsAreOfTheirVersions(got)).isTrue();
        assertLogTells(hook, "refused", "redirected", "timed-out");
        replays(hook, after, key);
    }

    @Test
    void no_address_leads_inside_and_what_leads_there_says_so() throws Exception {
        List<String> refused = List.of(
                "http://" + secret.authority() + "/",
                "https://" + secret.authority() + "/",
                "https://localhost:" + secret.port() + "/",
                "https://[::1]:" + secret.port() + "/",
                "https://[::ffff:127.0.0.1]:" + secret.port() + "/",
                "https://2130706433:" + secret.port() + "/",
                "https://0x7f000001:" + secret.port() + "/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "file:///etc/passwd",
                "jar:https://a.example/b.jar!/",
                "https://a@127.0.0.1/");
        long added = 0;
        for (String url : refused) {
            Answer answer = administrator.post(hooks(), "{\"url\":\"" + url + "\"}");
            added += answer.status() == 400 ? 0 : 1;
        }
        String named = ownName();
        String hook = named.isEmpty()
                ? ""
                : add("https://" + named + ":" + secret.port() + "/")
                        .path("webhook")
                        .path("id")
                        .asString();
        publish("binnen");
        if (!hook.isEmpty()) {
            await("it was tried", () -> !log(hook).isEmpty());
            assertThat(log(hook).get(0).path("failure").asString()).isEqualTo("address-refused");
        }
        figure("webhook_addresses_inside", refused.size() + (hook.isEmpty() ? 0 : 1));
        figure("webhook_addresses_inside_taken", added);
        figure("webhook_sent_to_addresses_inside", secret.got().size());
        assertThat(added).isZero();
        assertThat(secret.got()).isEmpty();
    }

    /** The name of this machine, if it leads to an address inside; empty if it has none. */
    private static String ownName() {
        try {
            var own = java.net.InetAddress.getLocalHost();
            return own.isLoopbackAddress() || own.isSiteLocalAddress() ? own.getHostName() : "";
        } catch (java.net.UnknownHostException e) {
            return "";
        }
    }

    private void replays(String hook, long after, String key) {
        receiver.forget();
        Answer replay = administrator.post(hooks() + "/" + hook + "/replays", "{\"after\":" + after + "}");
        assertThat(replay.status()).as(replay.text()).isEqualTo(200);
        long newest = site.version();
        await("all is taken again", () -> told(hook) == newest);
        assertThat(versions(receiver.got()))
                .isEqualTo(LongStream.rangeClosed(after + 1, newest).boxed().toList());
        assertThat(receiver.got()).allMatch(one -> isSigned(one, key));
        figure("webhook_replayed", newest - after);
        Answer test = administrator.post(hooks() + "/" + hook + "/tests", "text/plain", new byte[0]);
        assertThat(test.status()).as(test.text()).isEqualTo(202);
        await("the test came", () -> receiver.got().stream()
                .anyMatch(one -> one.body().contains("webhook.test")));
    }

    private void assertLogTells(String hook, String... failures) {
        List<JsonNode> log = log(hook);
        assertThat(log)
                .extracting(line -> line.path("failure").asString("taken"))
                .contains(failures)
                .contains("taken");
    }

    private List<JsonNode> log(String hook) {
        List<JsonNode> lines = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = administrator.get(hooks() + "/" + hook + "/deliveries?pageSize=3" + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().path("items").forEach(lines::add);
            String next = page.json().path("page").path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return lines;
    }

    private JsonNode add(String url) {
        Answer made = administrator.post(hooks(), "{\"url\":\"" + url + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private String hooks() {
        return "/manage/v1/sites/" + site + "/webhooks";
    }

    private long told(String hook) {
        return administrator
                .get(hooks() + "/" + hook)
                .json()
                .path("toldVersion")
                .asLong();
    }

    private void publish(String name) {
        ChaosSite.Story story = site.create(name);
        Answer answer = site.perform(new Act.Publish(Map.of(story.entry(), name)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void awaitFailure(String hook, String reason) {
        await("it fails as " + reason, () -> administrator
                .get(hooks() + "/" + hook)
                .json()
                .path("failure")
                .path("reason")
                .asString("")
                .equals(reason));
    }

    private static List<Long> versions(List<Receiver.Got> got) {
        return got.stream()
                .map(one -> JSON.readTree(one.body()).path("data").path("version"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .toList();
    }

    private static long disorder(List<Long> versions) {
        long disorder = 0;
        for (int i = 1; i < versions.size(); i++) {
            disorder += versions.get(i) < versions.get(i - 1) || versions.get(i) > versions.get(i - 1) + 1 ? 1 : 0;
        }
        return disorder;
    }

    private static boolean idsAreOfTheirVersions(List<Receiver.Got> got) {
        Set<String> pairs = new HashSet<>();
        Set<String> ids = new HashSet<>();
        got.forEach(one -> {
            ids.add(one.id());
            pairs.add(one.id() + " " + JSON.readTree(one.body()).path("data").path("version"));
        });
        return ids.size() == pairs.size();
    }

    /** HMAC-SHA-256 of "id.timestamp.body" with the bytes behind {@code whsec_}; the timestamp not older than five minutes. */
    private static boolean isSigned(Receiver.Got got, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            mac.update((got.id() + "." + got.timestamp() + ".").getBytes(StandardCharsets.US_ASCII));
            String right =
                    Base64.getEncoder().encodeToString(mac.doFinal(got.body().getBytes(StandardCharsets.UTF_8)));
            long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(got.timestamp()));
            return age < 300 && List.of(got.signature().split(" ")).contains("v1," + right);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier done) {
        Instant end = Instant.now().plusSeconds(180);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
