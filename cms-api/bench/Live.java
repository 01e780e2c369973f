import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bench/live} does to a server at URL with TOKEN. {@code publish SITE PER_SECOND SECONDS} creates and edits entries of that site in
 * turn and publishes each, and prints how long it took from the commit (the receipt's {@code at}) until the gateway served the new page: p50,
 * p95 and most, in ms, how many, and the first and last version. {@code found FROM TO} founds small sites, each with one page, and waits for
 * the pages. {@code whole SITE OTHER} changes a word that stands on every page of SITE and publishes in OTHER until SITE is live again; prints
 * as "publish" does for what was committed meanwhile, and then how many seconds SITE took. Site s has the host s.example.
 */
class Live {
    private static final int POLL_MILLIS = 4;
    private static final Duration MOST = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String token;
    private final long run = System.currentTimeMillis() / 100 % 100_000_000;

    private Live(String server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        Live bench = new Live(args[1], args[2]);
        switch (args[0]) {
            case "publish" -> bench.publish(args[3], Integer.parseInt(args[4]), Integer.parseInt(args[5]));
            case "found" -> bench.found(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            case "whole" -> bench.whole(args[3], args[4]);
            default -> throw new IllegalArgumentException("publish, found or whole, not " + args[0]);
        }
    }

    /** One publication. */
    private record Went(long version, Instant committed, double millis) {}

    private void publish(String site, int perSecond, int seconds) throws Exception {
        Editor editor = new Editor(site);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Went>> waiting = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            String path = editor.publish(i);
            Receipt receipt = editor.receipt;
            String word = editor.word;
            waiting.add(threads.submit(() -> awaited(site, path, word, receipt)));
        }
        List<Went> all = new ArrayList<>();
        for (Future<Went> one : waiting) {
            all.add(one.get());
        }
        threads.shutdown();
        print(all);
    }

    private static void print(List<Went> all) {
        List<Double> times = new ArrayList<>(all.stream().map(Went::millis).toList());
        Collections.sort(times);
        int count = times.size();
        System.out.printf(
                Locale.ROOT,
                "%.0f %.0f %.0f %d %d %d%n",
                times.get(count / 2),
                times.get(Math.min(count - 1, count * 95 / 100)),
                times.get(count - 1),
                count,
                all.get(0).version(),
                all.get(count - 1).version());
    }

    /** From an act's answer. */
    private record Receipt(long version, Instant at) {
        static Receipt of(String json) {
            return new Receipt(Long.parseLong(member("version", json)), Instant.parse(member("at", json)));
        }
    }

    private Went awaited(String site, String path, String word, Receipt receipt) throws Exception {
        while (true) {
            HttpResponse<String> page = page(site, path);
            Instant now = Instant.now();
            if (page.statusCode() == 200 && page.body().contains(word)) {
                return new Went(receipt.version(), receipt.at(), Duration.between(receipt.at(), now).toNanos() / 1e6);
            }
            if (Duration.between(receipt.at(), now).compareTo(MOST) > 0) {
                throw new IllegalStateException("never live: version " + receipt.version() + " of " + site + ", " + path);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Publishes a new entry and an edit of it, in turns. */
    private final class Editor {
        private final String site;
        private String entry = "";
        private String revision = "";
        private String path = "";
        private String word = "";
        private Receipt receipt = new Receipt(0, Instant.EPOCH);

        Editor(String site) {
            this.site = site;
        }

        /** @return the path of the page that must show {@link #word} */
        String publish(int i) throws Exception {
            word = "word" + run + "x" + i;
            String fields = "{\"title\":\"Title " + word + "\",\"date\":\"2026-01-01T00:00:00Z\",\"summary\":\"Summary " + word
                    + ".\",\"body\":\"<p>" + "The council meets on the square. ".repeat(60) + "</p>\"}";
            String drafts = "/manage/v1/sites/" + site + "/entries";
            if (i % 2 == 0) {
                String made = send("POST", drafts, "{\"type\":\"article\",\"locale\":\"en\",\"fields\":" + fields + "}");
                entry = member("entry", made);
                revision = member("revision", made);
                path = member("path", made);
            } else {
                send(
                        "PUT",
                        drafts + "/" + entry + "/translations/en/draft",
                        "{\"basedOn\":\"" + revision + "\",\"fields\":" + fields + "}");
            }
            receipt = Receipt.of(send(
                    "POST",
                    "/manage/v1/sites/" + site + "/publications",
                    "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"en\"}]}"));
            return path;
        }
    }

    private void found(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            String id = "small-" + i;
            send("POST", "/manage/v1/agencies", "{\"id\":\"" + id + "\",\"name\":\"Agency " + i + "\"}");
            send(
                    "POST",
                    "/manage/v1/agencies/" + id + "/content-types",
                    "{\"key\":\"article\",\"kind\":\"entry\",\"name\":{\"en\":\"Article\"},\"titleField\":\"title\",\"pathPattern\":\"/posts/{slug}\","
                            + "\"fields\":[" + field("title", "text") + "," + field("date", "dateTime") + "," + field("summary", "longText") + ","
                            + field("body", "richText") + "]}");
            send(
                    "POST",
                    "/manage/v1/agencies/" + id + "/sites",
                    "{\"id\":\"" + id + "\",\"name\":\"Site " + i + "\",\"locales\":[\"en\"],\"hosts\":[\"" + id + ".example\"]}");
            Editor editor = new Editor(id);
            String path = editor.publish(0);
            awaited(id, path, editor.word, editor.receipt);
        }
    }

    private static String field(String key, String kind) {
        return "{\"key\":\"" + key + "\",\"kind\":\"" + kind + "\",\"name\":{\"en\":\"" + key + "\"}}";
    }

    private void whole(String site, String other) throws Exception {
        String name = "Square " + run;
        Receipt changed = Receipt.of(send(
                "POST",
                "/manage/v1/sites/" + site + "/part-changes",
                "{\"changes\":[{\"kind\":\"setting\",\"key\":\"site\",\"value\":{\"name\":{\"en\":\"" + name + "\"},\"locales\":[\"en\"],"
                        + "\"timeZone\":\"Europe/Amsterdam\",\"audiences\":[\"everyone\"],\"canonicalHost\":\"" + site
                        + ".example\",\"indexable\":true}}]}"));
        ExecutorService threads = Executors.newFixedThreadPool(17);
        Future<Went> rendered = threads.submit(() -> awaited(site, "/", name, changed));
        Editor editor = new Editor(other);
        List<Future<Went>> waiting = new ArrayList<>();
        for (int i = 0; !rendered.isDone(); i++) {
            String path = editor.publish(i);
            Receipt receipt = editor.receipt;
            String word = editor.word;
            waiting.add(threads.submit(() -> awaited(other, path, word, receipt)));
            Thread.sleep(500);
        }
        threads.shutdown();
        Went whole = rendered.get();
        List<Went> meanwhile = new ArrayList<>();
        for (Future<Went> one : waiting) {
            if (one.get().committed().isBefore(whole.committed().plusNanos((long) (whole.millis() * 1e6)))) {
                meanwhile.add(one.get());
            }
        }
        print(meanwhile);
        System.out.printf(Locale.ROOT, "%.1f%n", whole.millis() / 1e3);
    }

    private HttpResponse<String> page(String site, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server + path)).header("Host", site + ".example").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no \"" + name + "\" in " + json);
        }
        return found.group(1);
    }
}
