import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bench/delivery} reads and writes. {@code bundle COUNT DIR} writes an agency "bench" with a site of that many articles;
 * {@code writes N URL} creates and publishes N articles one after the other and prints the times; {@code publish PER_SECOND SECONDS URL} does so at
 * a steady rate. Article i depends on i alone.
 */
class Delivery {
    private static final String[] CATEGORIES = {"politics", "economy", "science", "culture", "sport"};
    private static final String[] WORDS = ("time year people water day town thing road life child world school council street group country"
                    + " problem hand part place care week office system plan question work government number night point home garden room"
                    + " library area money story fact month permit right study book eye job word business bridge side market head house"
                    + " service friend harbour power hour museum line budget member law car city community name mayor team minute idea"
                    + " park information tree parent face others level desk door health person art forest history party result vote"
                    + " morning reason research square winter moment air teacher energy election river mountain theatre season harvest"
                    + " engine signal notice policy planet reform tournament orchestra cycle station heating")
            .split(" ");
    private static final Instant LAST = Instant.parse("2025-12-31T00:00:00Z");
    private static final String TOKEN = "token-of-the-delivery-bench";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    private Delivery(String server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "bundle" -> bundle(Integer.parseInt(args[1]), Path.of(args[2]));
            case "writes" -> new Delivery(args[2]).writes(Integer.parseInt(args[1]));
            case "publish" -> new Delivery(args[3]).publish(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            default -> throw new IllegalArgumentException("bundle, writes or publish, not " + args[0]);
        }
    }

    private static void bundle(int count, Path folder) throws IOException {
        Path entries = Files.createDirectories(folder.resolve("sites/bench/entries"));
        Path types = Files.createDirectories(folder.resolve("types"));
        Files.writeString(folder.resolve("bundle.json"), "{\"agency\":{\"id\":\"bench\",\"name\":\"Bench\"},\"sites\":[\"bench\"]}");
        Files.writeString(
                folder.resolve("sites/bench/site.json"),
                "{\"id\":\"bench\",\"name\":\"Bench\",\"hosts\":[],\"locales\":[\"en\"],\"audiences\":[\"everyone\"]}");
        String named = field("title", "text", ",\"required\":true");
        for (String type : List.of("category", "author", "tag")) {
            Files.writeString(types.resolve(type + ".json"), type(type, "/" + type + "/{slug}", named));
        }
        Files.writeString(
                types.resolve("article.json"),
                type(
                        "article",
                        "/posts/{slug}",
                        String.join(
                                ",",
                                named,
                                field("date", "dateTime", ""),
                                field("summary", "longText", ""),
                                field("body", "richText", ""),
                                field("category", "reference", ",\"allowedTypes\":[\"category\"]"),
                                field("author", "reference", ",\"allowedTypes\":[\"author\"]"),
                                field("tags", "tags", ",\"allowedTypes\":[\"tag\"]"))));
        for (String category : CATEGORIES) {
            entry(entries, category, "category", category, "{\"title\":\"" + capital(category) + "\"}");
        }
        for (int i = 1; i <= 20; i++) {
            entry(entries, "author-" + i, "author", "author-" + i, "{\"title\":\"Author " + i + "\"}");
        }
        for (int i = 1; i <= 40; i++) {
            entry(entries, "tag-" + i, "tag", "tag-" + i, "{\"title\":\"tag-" + i + "\"}");
        }
        for (int i = 1; i <= count; i++) {
            Random dice = dice(i);
            String slug = String.format("post-%06d", i);
            String tags = String.join(",", tags(dice).stream().map(tag -> "{\"entry\":\"tag-" + tag + "\"}").toList());
            String links = ",\"category\":{\"entry\":\"" + CATEGORIES[dice.nextInt(5)] + "\"},\"author\":{\"entry\":\"author-"
                    + (1 + dice.nextInt(20)) + "\"},\"tags\":[" + tags + "]}";
            entry(entries, slug, "article", slug, article(i, dice) + links);
        }
    }

    private static void entry(Path folder, String key, String type, String slug, String fields) throws IOException {
        Files.writeString(
                folder.resolve(key + ".json"),
                "{\"key\":\"" + key + "\",\"type\":\"" + type + "\",\"audience\":\"everyone\",\"translations\":{\"en\":{\"slug\":\"" + slug
                        + "\",\"fields\":" + fields + "}}}");
    }

    private static String type(String key, String path, String fields) {
        return "{\"key\":\"" + key + "\",\"kind\":\"entry\",\"name\":{\"en\":\"" + capital(key)
                + "\"},\"titleField\":\"title\",\"pathPattern\":\"" + path + "\",\"fields\":[" + fields + "]}";
    }

    private static String field(String key, String kind, String rules) {
        return "{\"key\":\"" + key + "\",\"name\":{\"en\":\"" + key + "\"},\"kind\":\"" + kind + "\"" + rules + "}";
    }

    private static Random dice(int i) {
        return new Random(1_000_003L * i + 17);
    }

    /** The fields that point at nothing, up to the last of them; the object stays open. */
    private static String article(int i, Random dice) {
        StringBuilder body = new StringBuilder();
        paragraph(body, dice);
        body.append("<h2>").append(capital(words(dice, 4))).append("</h2>");
        paragraph(body, dice);
        body.append("<p>See <a href=\\\"https://example.org/").append(word(dice)).append("\\\">").append(words(dice, 3)).append("</a>.</p>");
        body.append("<h2>").append(capital(words(dice, 3))).append("</h2>");
        paragraph(body, dice);
        body.append("<ul>");
        for (int item = 0; item < 5; item++) {
            body.append("<li>").append(words(dice, 6)).append(" <strong>").append(word(dice)).append("</strong></li>");
        }
        body.append("</ul><h3>").append(capital(words(dice, 3))).append("</h3>");
        paragraph(body, dice);
        body.append("<blockquote><p>").append(sentence(dice, 14)).append("</p></blockquote>");
        paragraph(body, dice);
        paragraph(body, dice);
        body.append("<p>").append(sentence(dice, 12)).append("</p>");
        return "{\"title\":\"" + capital(words(dice, 5)) + " " + i + "\",\"date\":\""
                + LAST.minus(13L * (60_000 - i % 60_000), ChronoUnit.MINUTES) + "\",\"summary\":\"" + sentence(dice, 20) + "\",\"body\":\"" + body + "\"";
    }

    private static void paragraph(StringBuilder body, Random dice) {
        body.append("<p>");
        for (int i = 0; i < 4; i++) {
            body.append(i == 0 ? "" : " ").append(sentence(dice, 10 + dice.nextInt(6)));
        }
        body.append("</p>");
    }

    private static String sentence(Random dice, int length) {
        return capital(words(dice, length)) + ".";
    }

    private static String words(Random dice, int count) {
        String[] words = new String[count];
        Arrays.setAll(words, i -> word(dice));
        return String.join(" ", words);
    }

    private static String word(Random dice) {
        return WORDS[dice.nextInt(WORDS.length)];
    }

    private static TreeSet<Integer> tags(Random dice) {
        TreeSet<Integer> tags = new TreeSet<>();
        while (tags.size() < 3) {
            tags.add(1 + dice.nextInt(40));
        }
        return tags;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void writes(int count) throws Exception {
        List<String> targets = targets();
        int first = firstFree();
        for (int i = 0; i < 20; i++) { // warms up
            create(first + i, targets);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            create(first + 20 + i, targets);
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        System.out.printf("%.1f %.1f%n", times.get(count / 2), times.get(Math.min(count - 1, count * 95 / 100)));
    }

    private void publish(int perSecond, int seconds) throws Exception {
        List<String> targets = targets();
        int first = firstFree();
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            create(first + i, targets);
        }
        System.out.println(perSecond * seconds);
    }

    /** Each run adds articles of its own. */
    private static int firstFree() {
        return 20_000 + (int) (System.currentTimeMillis() / 100 % 100_000_000) * 20;
    }

    /** The ids of a category, an author and three tags. */
    private List<String> targets() throws Exception {
        List<String> ids = new ArrayList<>();
        for (String path : List.of("/category/science", "/author/author-7", "/tag/tag-1", "/tag/tag-2", "/tag/tag-3")) {
            ids.add(member("id", send("GET", "/delivery/v1/sites/bench/paths?path=" + path, null)));
        }
        return ids;
    }

    /** One entry that is made and published, as an editor's client does it: in two requests. */
    private void create(int i, List<String> targets) throws Exception {
        String fields = article(i, dice(i)) + ",\"category\":{\"entry\":\"" + targets.get(0) + "\"},\"author\":{\"entry\":\""
                + targets.get(1) + "\"},\"tags\":[{\"entry\":\"" + targets.get(2) + "\"},{\"entry\":\"" + targets.get(3) + "\"},{\"entry\":\""
                + targets.get(4) + "\"}]}";
        String made = send("POST", "/manage/v1/sites/bench/entries", "{\"type\":\"article\",\"locale\":\"en\",\"fields\":" + fields + "}");
        send(
                "POST",
                "/manage/v1/sites/bench/publications",
                "{\"items\":[{\"entry\":\"" + member("entry", made) + "\",\"locale\":\"en\"}]}");
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .header("If-Match", "*")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no \"" + name + "\" in " + json);
        }
        return found.group(1);
    }
}
