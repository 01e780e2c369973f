import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long an edit takes until the last file is in place. {@code plein URL TOKEN ROUNDS NAME COMMAND…} starts a watch, edits a site of a
 * server, and prints the medians from the commit until the watch is done; {@code hugo DIR ROUNDS NAME} edits a title of a site that
 * {@code hugo server --renderToDisk} watches, until all lists show it.
 */
class Edits {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Long, Instant> done = new ConcurrentHashMap<>();
    private final String server;
    private final String token;

    private Edits(String server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("plein")) {
            List<String> command = List.of(args).subList(5, args.length);
            new Edits(args[1], args[2]).plein(Integer.parseInt(args[3]), args[4], command);
        } else {
            hugo(Path.of(args[1]), Integer.parseInt(args[2]), args[3]);
        }
    }

    private void plein(int rounds, String name, List<String> command) throws Exception {
        Process watch = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            Thread reader = new Thread(() -> read(watch));
            reader.setDaemon(true);
            reader.start();
            await(Long.parseLong(member("version", send("GET", "/delivery/v1/sites/bench", null))), Duration.ofMinutes(5));
            for (String kind : List.of("title", "body", "insert", "unpublish")) {
                List<Double> times = new ArrayList<>();
                List<Double> kib = new ArrayList<>();
                for (int i = -2; i < rounds; i++) { // two to warm up
                    String receipt = edit(kind);
                    long version = Long.parseLong(member("version", receipt));
                    double millis = Duration.between(Instant.parse(member("at", receipt)), await(version, Duration.ofMinutes(2)))
                                    .toNanos() / 1e6;
                    if (i >= 0) {
                        times.add(millis);
                        kib.add(nodeBytes(version) / 1024.0);
                    }
                    Thread.sleep(300);
                }
                System.out.printf("figure incremental_%s_%s_ms=%.0f%n", kind, name, median(times));
                System.out.printf("# %s: %s%n", kind, times.stream().map(time -> String.format("%.0f", time)).toList());
                if (kind.equals("title")) {
                    System.out.printf("figure tree_kib_per_publish_%s=%.1f%n", name, median(kib));
                }
            }
        } finally {
            watch.destroy();
            watch.waitFor();
        }
    }

    private void read(Process watch) {
        Pattern line = Pattern.compile("version (\\d+): .*");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Instant now = Instant.now();
                Matcher found = line.matcher(text);
                if (found.matches()) {
                    done.put(Long.parseLong(found.group(1)), now);
                }
                System.out.println("# " + text);
            }
        } catch (java.io.IOException e) {
            System.err.println(e);
        }
    }

    /** When the watch had this version, or a later one that took it along. */
    private Instant await(long version, Duration most) throws InterruptedException {
        Instant end = Instant.now().plus(most);
        while (Instant.now().isBefore(end)) {
            for (Map.Entry<Long, Instant> one : done.entrySet()) {
                if (one.getKey() >= version) {
                    return one.getValue();
                }
            }
            Thread.sleep(2);
        }
        throw new IllegalStateException("the watch did not come to version " + version);
    }

    private double nodeBytes(long version) throws Exception {
        for (int i = 0; i < 200; i++) {
            String receipt = send("GET", "/manage/v1/sites/bench/receipts/" + version, null);
            Matcher found = Pattern.compile("\"nodeBytes\":(\\d+)").matcher(receipt);
            if (found.find()) {
                return Double.parseDouble(found.group(1));
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("version " + version + " was not rendered by the server");
    }

    private String edit(String kind) throws Exception {
        String newest = first("-publishedAt");
        switch (kind) {
            case "unpublish" -> {
                return send(
                        "POST",
                        "/manage/v1/sites/bench/withdrawals",
                        "{\"items\":[{\"entry\":\"" + first("publishedAt") + "\",\"locale\":\"nl\"}],\"reason\":\"superseded\"}");
            }
            case "insert" -> {
                String fields = fields(draft(newest)).replaceFirst("\"title\":\"", "\"title\":\"Nieuw " + System.nanoTime() + " ");
                String made = send(
                        "POST", "/manage/v1/sites/bench/entries", "{\"type\":\"news\",\"locale\":\"nl\",\"fields\":" + fields + "}");
                return publish(member("entry", made));
            }
            default -> {
                String draft = draft(newest);
                String mark = kind + System.nanoTime();
                String fields = kind.equals("title")
                        ? fields(draft).replaceFirst("\"title\":\"", "\"title\":\"" + mark + " ")
                        : fields(draft).replaceFirst("\"body\":\"<p>", "\"body\":\"<p>" + mark + " ");
                send(
                        "PUT",
                        "/manage/v1/sites/bench/entries/" + newest + "/translations/nl/draft",
                        "{\"basedOn\":\"" + member("revision", draft) + "\",\"fields\":" + fields + "}");
                return publish(newest);
            }
        }
    }

    private String first(String sort) throws Exception {
        return member("id", send("GET", "/delivery/v1/sites/bench/entries?type=news&locale=nl&pageSize=1&fields=title&sort=" + sort, null));
    }

    private String draft(String entry) throws Exception {
        return send("GET", "/manage/v1/sites/bench/entries/" + entry + "/translations/nl/draft", null);
    }

    private String publish(String entry) throws Exception {
        return send("POST", "/manage/v1/sites/bench/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
    }

    /** The object behind "fields". */
    private static String fields(String json) {
        int start = json.indexOf("\"fields\":") + 9;
        boolean text = false;
        int depth = 0;
        for (int i = start; i < json.length(); i++) {
            char c = json.charAt(i);
            if (text) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    text = false;
                }
            } else if (c == '"') {
                text = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return json.substring(start, i + 1);
            }
        }
        throw new IllegalStateException("no fields in " + json);
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
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

    private static void hugo(Path site, int rounds, String name) throws Exception {
        Path out = site.resolve("public");
        Process server = new ProcessBuilder(
                        "hugo", "server", "--renderToDisk", "--disableFastRender", "--disableLiveReload", "-p", "1414", "--bind", "127.0.0.1")
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(site.resolve("hugo.log").toFile())
                .start();
        try {
            Path post;
            try (Stream<Path> posts = Files.list(site.resolve("content/posts"))) {
                post = posts.sorted().reduce((one, other) -> other).orElseThrow();
            }
            Path page = out.resolve("posts/" + post.getFileName().toString().replace(".html", "") + "/index.html");
            List<Path> shown = List.of(page, out.resolve("index.html"), out.resolve("posts/index.html"), out.resolve("index.xml"));
            long until = System.nanoTime() + 300_000_000_000L;
            while (!Files.exists(out.resolve("sitemap.xml")) || !Files.exists(page)) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("hugo does not come up: " + Files.readString(site.resolve("hugo.log")));
                }
                Thread.sleep(100);
            }
            Thread.sleep(3_000);
            String before = Files.readString(post);
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                String mark = "mark" + System.nanoTime();
                long start = System.nanoTime();
                Files.writeString(post, before.replaceFirst("title: \"", "title: \"" + mark + " "));
                while (!allShow(shown, mark)) {
                    if (System.nanoTime() > until) {
                        throw new IllegalStateException("hugo does not show the edit");
                    }
                    Thread.sleep(4);
                }
                times.add((System.nanoTime() - start) / 1e6);
                Thread.sleep(2_000);
            }
            System.out.printf("figure hugo_title_%s_ms=%.0f%n", name, median(times));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static boolean allShow(List<Path> files, String mark) {
        return files.stream().allMatch(file -> {
            try {
                return Files.readString(file).contains(mark);
            } catch (java.io.IOException | java.io.UncheckedIOException e) {
                return false;
            }
        });
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
