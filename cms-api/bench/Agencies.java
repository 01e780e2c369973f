import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bench/agencies} fills a server with. {@code found N URL TOKEN}: N agencies with ten content types, a site and a published
 * entry each. {@code clone N URL TOKEN}: N copies of the demonstration's public site, each with a host and a theme setting of its own;
 * waits until each delivers what the original does.
 */
class Agencies {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private final String token;

    private Agencies(String server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        var bench = new Agencies(args[2], args[3]);
        int count = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "found" -> bench.found(count);
            case "clone" -> bench.copy(count);
            default -> throw new IllegalArgumentException("found or clone, not " + args[0]);
        }
    }

    private void found(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String agency = "agency-" + i;
            send("POST", "/manage/v1/agencies", "{\"id\":\"" + agency + "\",\"name\":\"Agency " + i + "\"}");
            for (int type = 0; type < 10; type++) {
                send("POST", "/manage/v1/agencies/" + agency + "/content-types", type(i, type));
            }
            send("POST", "/manage/v1/agencies/" + agency + "/sites", "{\"id\":\"" + agency + "\",\"name\":\"Agency " + i + "\",\"locales\":[\"nl\"]}");
            String entry = send(
                    "POST",
                    "/manage/v1/sites/" + agency + "/entries",
                    "{\"type\":\"type-" + i % 10 + "\",\"locale\":\"nl\",\"fields\":{\"title\":\"Bericht " + i + "\",\"summary\":\"Kort\",\"number"
                            + i + "\":" + i + "}}");
            publish(agency, member("entry", entry));
        }
    }

    /** Ten kinds of fields; one key of each agency's own. */
    private static String type(int agency, int type) {
        return "{\"key\":\"type-" + type + "\",\"kind\":\"entry\",\"name\":{\"nl\":\"Soort " + type
                + "\"},\"titleField\":\"title\",\"pathPattern\":\"/soort-" + type + "/{slug}\",\"fields\":["
                + field("title", "text") + "," + field("summary", "longText") + "," + field("body", "richText") + ","
                + field("date", "date") + "," + field("starts", "dateTime") + "," + field("urgent", "boolean") + ","
                + field("number" + agency, "number") + "," + field("image", "asset") + "," + field("about", "reference") + ","
                + field("related", "references") + "]}";
    }

    private static String field(String key, String kind) {
        return "{\"key\":\"" + key + "\",\"kind\":\"" + kind + "\",\"name\":{\"nl\":\"" + key + "\"}}";
    }

    private void publish(String site, String entry) throws Exception {
        send("POST", "/manage/v1/sites/" + site + "/publications", "{\"items\":[{\"entry\":\"" + entry + "\",\"locale\":\"nl\"}]}");
    }

    private void copy(int count) throws Exception {
        String original = publicSite();
        until("lists the original", () -> published(original) > 0 && isSettled(original));
        long wanted = published(original);
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "copy-" + i;
            send(
                    "POST",
                    "/manage/v1/sites/" + original + "/duplicates",
                    "{\"id\":\"" + id + "\",\"name\":\"Kopie " + i + "\",\"hosts\":[\"" + id + ".example\"]}");
            copies.add(id);
        }
        for (String id : copies) {
            until("is filled", () -> published(id) == wanted);
            send(
                    "POST",
                    "/manage/v1/sites/" + id + "/part-changes",
                    "{\"changes\":[{\"kind\":\"theme\",\"key\":\"theme\",\"value\":{\"name\":\"square\",\"tokens\":{\"color\":{\"accent\":{\"$value\":\"#"
                            + String.format("%06x", id.hashCode() & 0x7f7f7f) + "\"}}}}}]}");
        }
        System.out.println("entries of each: " + wanted);
    }

    /** Whether lists have reached the newest version. */
    private boolean isSettled(String site) throws Exception {
        String newest = member("version", send("GET", "/manage/v1/sites/" + site, null));
        HttpResponse<String> listed = ask("GET", "/delivery/v1/sites/" + site + "/entries?pageSize=1", null);
        return listed.headers().firstValue("Site-Version").orElse("").equals(newest);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        for (int i = 0; i < 6_000; i++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("never " + what);
    }

    private String publicSite() throws Exception {
        return member("id", send("GET", "/delivery/v1/sites", null));
    }

    private long published(String site) throws Exception {
        HttpResponse<String> answer = ask("GET", "/delivery/v1/sites/" + site + "/entries?count=true&pageSize=1", null);
        Matcher total = Pattern.compile("\"total\":(\\d+)").matcher(answer.body());
        return answer.statusCode() == 200 && total.find() ? Long.parseLong(total.group(1)) : -1;
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = ask(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no \"" + name + "\" in " + json);
        }
        return found.group(1);
    }
}
