import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bench/authoring} asks as an editor's client does, one request after the other: {@code Authoring.java URL TIMES WARM SUFFIX}. Makes an
 * entry of 200 blocks and one of 300 revisions in the site "bench" first.
 */
class Authoring {
    private static final String TOKEN = "token-of-the-authoring-bench";
    private static final String SITE = "/manage/v1/sites/bench";
    private static final int BLOCKS = 200;
    private static final int REVISIONS = 300;
    private static final List<String> WORDS = List.of("time", "water", "road", "school", "council", "bridge", "plan", "harvest");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20261129);
    private final String server;
    private final int times;
    private final int warm;
    private final String suffix;

    private Authoring(String server, int times, int warm, String suffix) {
        this.server = server;
        this.times = times;
        this.warm = warm;
        this.suffix = suffix;
    }

    public static void main(String[] args) throws Exception {
        new Authoring(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), args[3]).run();
    }

    private interface Asking {
        void ask() throws Exception;
    }

    private void run() throws Exception {
        String text = "{\"key\":\"body\",\"kind\":\"richText\",\"name\":{\"en\":\"Text\"}}";
        String title = "{\"key\":\"title\",\"kind\":\"text\",\"name\":{\"en\":\"Title\"},\"required\":true}";
        define("{\"key\":\"paragraph\",\"kind\":\"block\",\"name\":{\"en\":\"Paragraph\"},\"fields\":[" + text + "]}");
        define("{\"key\":\"report\",\"kind\":\"entry\",\"name\":{\"en\":\"Report\"},\"titleField\":\"title\",\"pathPattern\":\"/reports/{slug}\",\"fields\":["
                + title + ",{\"key\":\"blocks\",\"kind\":\"blocks\",\"name\":{\"en\":\"Blocks\"},\"allowedBlocks\":[\"paragraph\"]}]}");
        String many = draftOf(create("Report of many blocks", blocks(0)));
        String old = draftOf(create("Report with a past", "[]"));
        for (int i = 1; i < REVISIONS; i++) {
            save(old, "Report with a past, " + i, "[]");
        }

        figure("list", () -> {
            String query =
                    switch (random.nextInt(3)) {
                        case 0 -> "";
                        case 1 -> "?type=article";
                        default -> "?title=" + WORDS.get(random.nextInt(WORDS.size()));
                    };
            send("GET", SITE + "/entries" + query, null);
        });
        figure("open", () -> send("GET", many, null));
        figure("history", () -> {
            int read = 0;
            String cursor = "";
            do {
                String page = send("GET", old.replace("/draft", "/revisions") + cursor, null);
                read += page.split("\"number\":", -1).length - 1;
                cursor = find("\"next\":\"?([^\",}]+)", page, "?cursor=");
            } while (!cursor.isEmpty());
            if (read != REVISIONS) {
                throw new IllegalStateException("the history has " + read + " revisions");
            }
        });
        int[] saved = {0};
        figure("save", () -> save(many, "Report of many blocks", blocks(++saved[0])));
    }

    private void figure(String what, Asking asking) throws Exception {
        for (int i = 0; i < warm; i++) {
            asking.ask();
        }
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            asking.ask();
            took.add((System.nanoTime() - start) / 1e6);
        }
        took.sort(null);
        System.out.printf(Locale.ROOT, "# %s: p50 %.1f ms, slowest %.1f ms%n", what, took.get(times / 2), took.get(times - 1));
        System.out.printf(Locale.ROOT, "figure %s_p95_ms_%s=%.1f%n", what, suffix, took.get(times * 95 / 100));
    }

    /** @param changed how often the middle one was */
    private static String blocks(int changed) {
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < BLOCKS; i++) {
            all.append(i == 0 ? "" : ",").append("{\"id\":\"b").append(i).append("\",\"type\":\"paragraph\",\"fields\":{\"body\":\"<p>What stands in block ")
                    .append(i).append(i == BLOCKS / 2 ? ", change " + changed : "")
                    .append(", forty words or so about <strong>water</strong>, the road to the school and the plan that the council made for the bridge")
                    .append(" by the market, where in spring the harvest of the year before is sold.</p>\"}}");
        }
        return all.append("]").toString();
    }

    private void define(String type) throws Exception {
        send("POST", "/manage/v1/agencies/bench/content-types", type);
    }

    private String create(String title, String blocks) throws Exception {
        return find("\"entry\":\"([^\"]+)", send("POST", SITE + "/entries", "{\"type\":\"report\",\"locale\":\"en\",\"fields\":" + fields(title, blocks) + "}"), "");
    }

    private static String draftOf(String entry) {
        return SITE + "/entries/" + entry + "/translations/en/draft";
    }

    /** As an editor's window does: on the revision that its last save made, which it knows. */
    private void save(String draft, String title, String blocks) throws Exception {
        if (!draft.equals(open)) {
            open = draft;
            head = find("\"revision\":\"([^\"]+)", send("GET", draft, null), "");
        }
        String answer = send("PUT", draft, "{\"basedOn\":\"" + head + "\",\"autosave\":true,\"fields\":" + fields(title, blocks) + "}");
        head = find("\"revision\":\"([^\"]+)", answer, "");
    }

    private String open = "";
    private String head = "";

    private static String fields(String title, String blocks) {
        return "{\"title\":\"" + title + "\",\"blocks\":" + blocks + "}";
    }

    private static String find(String pattern, String text, String before) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? before + found.group(1) : "";
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + TOKEN);
        HttpRequest sent = body == null
                ? request.method(method, HttpRequest.BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
