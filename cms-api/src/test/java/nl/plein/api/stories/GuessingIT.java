package nl.plein.api.stories;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.Proof;
import nl.plein.api.server.RawRequest;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guessing passwords, from everywhere at once: a server that trusts one proxy, and a client that has as many addresses as it likes. */
class GuessingIT {

    private static final RunningServer SERVER = RunningServer.fresh();
    private static final Client ADMINISTRATOR = Client.of(SERVER).withToken(RunningServer.ADMINISTRATOR);
    private static final String MEMBERS = "/manage/v1/agencies/raadsel/members";
    private static final String PASSWORD = "drie eenden op het plein";

    /** What it says of others' addresses is believed. */
    private static final String PROXY = "127.0.0.2";

    private static final int MOST = 10;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** Compared, or found right. */
    private static final Set<Integer> EVALUATED = Set.of(422, 303);

    /** Headers in which clients and proxies say where they come from; {@code %s} is another address each time. */
    private static final List<String> ORIGINS = List.of(
            "X-Forwarded-For: %s",
            "X-Forwarded-For: 10.0.0.1, %s",
            "Forwarded: for=%s",
            "X-Real-IP: %s",
            "True-Client-IP: %s",
            "CF-Connecting-IP: %s",
            "X-Client-IP: %s",
            "Client-IP: %s",
            "Via: 1.1 %s",
            "User-Agent: %s");

    private static String cookie;
    private static String token;

    private record Try(long sent, long answered, RawRequest.Answer answer) {}

    @BeforeAll
    static void anAgencyAndAForm() {
        SERVER.start("-Dplein.proxies=" + PROXY);
        Town.made(ADMINISTRATOR.post("/manage/v1/agencies", "{\"id\":\"raadsel\",\"name\":\"Raadsel\"}"));
        RawRequest.Answer form = RawRequest.send(SERVER.port(), "GET", "/identity/sign-in", List.of(), new byte[0]);
        cookie = form.header("Set-Cookie").replaceAll(";.*", "");
        Matcher hidden = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form.text());
        assertThat(hidden.find()).isTrue();
        token = hidden.group(1);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void ten_tries_a_minute_are_evaluated_whatever_the_header_or_the_spelling() throws Exception {
        String mail = "noor.vink@raadsel.example";
        anAccount(mail);
        List<String> spellings = spellings(mail);
        int tries = Proof.rounds(400, 10_000);
        long pace = Proof.isFull() ? TimeUnit.MILLISECONDS.toNanos(14) : 0; // so that it takes more than two minutes
        List<Future<Try>> sent = new ArrayList<>();
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        long start = System.nanoTime();
        for (int i = 0; i < tries; i++) {
            int number = i;
            sent.add(guessers.submit(() -> {
                TimeUnit.NANOSECONDS.sleep(start + number * pace - System.nanoTime());
                return guess(
                        spellings.get(number % spellings.size()),
                        number % 500 == 499 ? PASSWORD : "guess " + number,
                        origin(number));
            }));
        }
        List<Try> made = new ArrayList<>();
        for (Future<Try> one : sent) {
            made.add(one.get());
        }
        guessers.shutdown();

        List<Try> evaluated = made.stream()
                .filter(one -> EVALUATED.contains(one.answer().status()))
                .sorted(Comparator.comparingLong(Try::answered))
                .toList();
        figure("guess_tries", tries);
        figure("guess_seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        figure("guess_evaluated", evaluated.size());
        figure("guess_most_in_a_minute", mostInAMinute(evaluated));
        assertThat(made.stream().map(one -> one.answer().status()).collect(Collectors.toSet()))
                .isSubsetOf(422, 303, 429, 503);
        assertThat(mostInAMinute(evaluated)).isLessThanOrEqualTo(MOST);
        assertThat(evaluated.size()).isGreaterThanOrEqualTo(MOST);
    }

    /** Counted so that a doubt is in favour of the server: within a minute for sure. */
    private static int mostInAMinute(List<Try> evaluated) {
        int most = 0;
        for (Try first : evaluated) {
            long within = evaluated.stream()
                    .filter(one -> one.sent() >= first.sent() && one.answered() - first.sent() < MINUTE)
                    .count();
            most = Math.max(most, (int) within);
        }
        return most;
    }

    /** A way to write an address that is taken for the same person's. */
    private static List<String> spellings(String mail) {
        String wide = mail.chars()
                .mapToObj(c -> String.valueOf((char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c)))
                .collect(Collectors.joining());
        String bold = mail.chars()
                .mapToObj(c -> c >= 'a' && c <= 'z' ? Character.toString(0x1d41a + c - 'a') : Character.toString(c))
                .collect(Collectors.joining());
        return List.of(
                mail,
                mail.toUpperCase(Locale.ROOT),
                "  " + mail + "\t",
                "\u00a0" + mail + "\u3000",
                "\u2003" + mail,
                mail.replace("noor", "No\u2134r"), // a script o
                mail.replace("k@", "\u212a@"), // a kelvin sign
                mail.replace("i", "\u2170"), // a small roman one
                mail.replace("@", "\uff20"),
                mail.replace(".", "\uff0e"),
                wide,
                wide.toUpperCase(Locale.ROOT),
                bold);
    }

    /** What looks alike and is another name is never this account, however right the password is. */
    @Test
    void another_name_is_another_account() {
        String mail = "sam.vink@raadsel.example";
        anAccount(mail);
        List<String> others = List.of(
                "sam.vink+x@raadsel.example",
                "samvink@raadsel.example",
                "sam.vink@raadsel.example.",
                "sam.vink@raadsel.exampl\u0435", // Cyrillic
                "s\u0430m.vink@raadsel.example",
                "sam.v\u0131nk@raadsel.example", // without a dot
                "sam.vi\u200bnk@raadsel.example", // nothing wide
                "\ufeffsam.vink@raadsel.example",
                "sam.vink@raadsel.example\u0000",
                "\"sam.vink\"@raadsel.example",
                "sam.vink@raadsel.example%00",
                "<sam.vink@raadsel.example>");

        for (String other : others) {
            assertThat(guess(other, PASSWORD, origin(other.hashCode())).answer().status())
                    .as(other)
                    .isIn(422, 400);
        }
        for (String same : spellings(mail).stream().limit(MOST).toList()) {
            assertThat(guess(same, PASSWORD, origin(same.hashCode())).answer().status())
                    .as(same)
                    .isEqualTo(303);
        }
    }

    /** Without a proxy that vouches for them, addresses are only said: thirty failures a minute, and nobody there gets in. */
    @Test
    void an_address_that_is_only_said_does_not_count() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            List<String> headers = ORIGINS.stream()
                    .map(header -> header.formatted(address(number)))
                    .toList();
            statuses.add(post("127.0.0.3", "nobody" + i + "@raadsel.example", "guess", headers)
                    .answer()
                    .status());
        }

        assertThat(statuses.subList(0, 30)).containsOnly(422);
        assertThat(statuses.subList(30, 60)).containsOnly(429);
    }

    /** Some proxies add a line of their own below that of the client. */
    @Test
    void of_several_lines_the_last_one_is_what_the_proxy_says() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> headers = List.of("X-Forwarded-For: " + address(50_000 + i), "X-Forwarded-For: 203.0.113.77");
            statuses.add(guess("iemand" + i + "@raadsel.example", "guess", headers)
                    .answer()
                    .status());
        }

        assertThat(statuses.subList(0, 30)).containsOnly(422);
        assertThat(statuses.subList(30, 40)).containsOnly(429);
    }

    @Test
    void whoever_is_known_is_answered_like_who_is_not_and_as_fast() {
        int accounts = Proof.rounds(3, 20);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        Map<String, Set<String>> late = new LinkedHashMap<>();
        for (int i = 0; i < accounts; i++) {
            Map<String, String> mails = new LinkedHashMap<>();
            mails.put("unknown", "nooit%02d@raadsel.example".formatted(i));
            mails.put("known", anAccount("kent%03d@raadsel.example".formatted(i)));
            mails.put("blocked", blocked(anAccountOf("dicht%02d@raadsel.example".formatted(i)), i));
            mails.put("invited", invited("vraag%02d@raadsel.example".formatted(i)));
            for (int round = 0; round < MOST; round++) {
                int number = i * 100 + round;
                mails.forEach((kind, mail) -> {
                    Try one = guess(mail, "guess " + number, origin(kind.hashCode() + number));
                    assertThat(one.answer().status()).as(kind).isEqualTo(422);
                    times.computeIfAbsent(kind, any -> new ArrayList<>()).add((one.answered() - one.sent()) / 1e6);
                    answers.computeIfAbsent(kind, any -> new java.util.TreeSet<>())
                            .add(plain(one.answer(), mail));
                });
            }
            mails.forEach((kind, mail) -> late.computeIfAbsent(kind, any -> new java.util.TreeSet<>())
                    .add(plain(guess(mail, PASSWORD, origin(kind.hashCode())).answer(), mail)));
        }

        times.forEach((kind, all) -> figure("guess_median_ms_" + kind, "%.1f".formatted(median(all))));
        assertThat(answers.values())
                .allSatisfy(said -> assertThat(said).hasSize(1).isEqualTo(answers.get("unknown")));
        assertThat(late.values()).allSatisfy(said -> assertThat(said).hasSize(1).isEqualTo(late.get("unknown")));
        assertThat(late.get("known").iterator().next()).contains("429").contains("Retry-After: 60");
        double unknown = median(times.get("unknown"));
        times.values().forEach(all -> assertThat(median(all) / unknown).isBetween(0.5, 2.0));
    }

    @Test
    void whoever_has_forgotten_the_password_is_answered_alike() {
        String known = anAccount("vergeten1@raadsel.example");
        Set<String> said = Stream.of(known, "vergeten2@raadsel.example")
                .map(mail -> plain(
                        send(PROXY, "/identity/forgotten", Map.of("mail", mail), origin(mail.hashCode()))
                                .answer(),
                        mail))
                .collect(Collectors.toSet());

        assertThat(said).hasSize(1);
    }

    /** Status, headers and page, without what was sent and what is new each time. */
    private static String plain(RawRequest.Answer answer, String mail) {
        String head = answer.head()
                .lines()
                .filter(line -> !line.startsWith("Date:"))
                .map(line -> line.startsWith("Set-Cookie:") ? line.replaceAll("=[^;]*", "=?") : line)
                .sorted()
                .collect(Collectors.joining("\n"));
        return head + "\n" + answer.text().replace(mail, "?").replaceAll("name=\"token\" value=\"[^\"]*\"", "");
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Of a botnet: each comes from another address, says so in some header, and the proxy adds what it knows. */
    private static List<String> origin(int number) {
        return Arrays.asList(
                ORIGINS.get(Math.floorMod(number, ORIGINS.size()))
                        .formatted("198.51.100." + Math.floorMod(number, 250)),
                "X-Forwarded-For: " + address(number));
    }

    private static String address(int number) {
        int all = Math.floorMod(number * 7919, 1 << 24);
        return "10." + (all >> 16 & 255) + "." + (all >> 8 & 255) + "." + (all & 255);
    }

    private static Try guess(String mail, String password, List<String> headers) {
        return post(PROXY, mail, password, headers);
    }

    private static Try post(String from, String mail, String password, List<String> headers) {
        return send(from, "/identity/sign-in", Map.of("mail", mail, "password", password), headers);
    }

    private static Try send(String from, String door, Map<String, String> fields, List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        all.add("Cookie: " + cookie);
        all.add("Origin: http://127.0.0.1:" + SERVER.port());
        all.add("Content-Type: application/x-www-form-urlencoded");
        String form = "token=" + token
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        long sent = System.nanoTime();
        RawRequest.Answer answer =
                RawRequest.sendFrom(from, SERVER.port(), "POST", door, all, form.getBytes(StandardCharsets.UTF_8));
        return new Try(sent, System.nanoTime(), answer);
    }

    /** @return its address */
    private static String anAccount(String mail) {
        anAccountOf(mail);
        return mail;
    }

    /** @return person and address */
    private static Colleagues.Account anAccountOf(String mail) {
        var added = member(mail);
        Visitor invited = new Visitor(SERVER);
        URI link = URI.create(added.json().path("link").asString());
        invited.ask(invited.platform(), link.getRawPath() + "?" + link.getRawQuery());
        assertThat(invited.send("/identity/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(303);
        return new Colleagues.Account(added.json().path("person").asString(), mail);
    }

    private static Client.Answer member(String mail) {
        return Town.made(ADMINISTRATOR.post(
                MEMBERS, "{\"name\":\"Noor de Wit\",\"role\":\"reader\",\"mail\":\"" + mail + "\"}"));
    }

    /** Somebody who has no password yet. */
    private static String invited(String mail) {
        member(mail);
        return mail;
    }

    private static String blocked(Colleagues.Account account, int number) {
        assertThat(ADMINISTRATOR
                        .put(MEMBERS + "/" + account.person() + "/state", "{\"state\":\"blocked\"}")
                        .status())
                .as("block " + number)
                .isEqualTo(200);
        return account.mail();
    }
}
