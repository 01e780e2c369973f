import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the receipts of a site say with what differs between its rendered versions: {@code URL TOKEN SITE DATA COUNT}. Reads the trees
 * from the data folder, with nothing of the renderer. Prints how many versions were compared, of those that are kept, and how many addresses
 * were in one of both only.
 */
class Receipts {
    private static final Pattern NAMED = Pattern.compile("\"([^\"]+)\":\"([0-9a-f]{64})\"");
    private static final Pattern HASH = Pattern.compile("\"([0-9a-f]{64}|)\"");
    private static final String INDEX = "/index.html";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String manage;
    private final String token;
    private final Path blobs;

    private Receipts(String url, String token, String site, Path data) {
        this.manage = url + "/manage/v1/sites/" + site;
        this.token = token;
        this.blobs = data.resolve("blobs");
    }

    public static void main(String[] args) throws Exception {
        new Receipts(args[0], args[1], args[2], Path.of(args[3])).compare(Integer.parseInt(args[4]));
    }

    private record Kept(long version, String root) {}

    private void compare(int count) throws Exception {
        List<Kept> kept = kept();
        int compared = 0;
        int mismatches = 0;
        int step = Math.max(1, (kept.size() - 1) / count);
        for (int i = 0; i + 1 < kept.size() && compared < count; i += step) {
            mismatches += mismatches(kept.get(i + 1), kept.get(i));
            compared++;
        }
        System.out.println(compared + " " + mismatches);
    }

    /** The newest hundred. */
    private List<Kept> kept() throws Exception {
        List<Kept> kept = new ArrayList<>();
        Matcher found = Pattern.compile("\\{[^{}]*\"version\":(\\d+)[^{}]*\\}").matcher(get("/roots?pageSize=100"));
        while (found.find()) {
            Matcher root = Pattern.compile("\"root\":\"([0-9a-f]{64})\"").matcher(found.group());
            if (root.find()) {
                kept.add(new Kept(Long.parseLong(found.group(1)), root.group(1)));
            }
        }
        return kept;
    }

    private int mismatches(Kept before, Kept after) throws Exception {
        Map<String, Set<String>> differing = new HashMap<>();
        for (String what : List.of("made", "changed", "removed")) {
            differing.put(what, new TreeSet<>());
        }
        diff("", top(before.root()), top(after.root()), differing);
        String receipt = get("/receipts/" + after.version());
        String told = receipt.substring(receipt.indexOf("\"trees\":{"));
        int mismatches = 0;
        for (Map.Entry<String, Set<String>> one : differing.entrySet()) {
            Set<String> urls = urls(told, one.getKey());
            Set<String> either = new TreeSet<>(urls);
            either.addAll(one.getValue());
            either.removeIf(url -> urls.contains(url) && one.getValue().contains(url));
            either.forEach(url -> System.err.println("version " + after.version() + ", " + one.getKey() + ": " + url));
            mismatches += either.size();
        }
        return mismatches;
    }

    private static Set<String> urls(String trees, String what) {
        Matcher list = Pattern.compile("\"" + what + "\":\\{\"count\":\\d+,\"urls\":\\[([^\\]]*)\\]").matcher(trees);
        Set<String> urls = new TreeSet<>();
        if (list.find()) {
            Matcher url = Pattern.compile("\"([^\"]+)\"").matcher(list.group(1));
            while (url.find()) {
                urls.add(url.group(1));
            }
        }
        return urls;
    }

    /** The top folder of the tree for everyone. */
    private String top(String root) throws IOException {
        Matcher tree = Pattern.compile("\"everyone\":\\{[^}]*(?:\\{[^}]*\\}[^}]*)*?\"node\":\"([0-9a-f]{64})\"").matcher(blob(root));
        if (!tree.find()) {
            throw new IllegalStateException("no tree in " + blob(root));
        }
        return tree.group(1);
    }

    private void diff(String folder, String before, String after, Map<String, Set<String>> differing) throws IOException {
        if (Objects.equals(before, after)) {
            return;
        }
        Map<String, String> old = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        gather(before, old);
        gather(after, now);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = old.get(name);
            String is = now.get(name);
            if (name.endsWith("/")) {
                diff(folder + "/" + name.substring(0, name.length() - 1), was, is, differing);
            } else if (!Objects.equals(was, is)) {
                String file = folder + "/" + name;
                String url = file.equals(INDEX) ? "/" : file.endsWith(INDEX) ? folder : file;
                differing.get(was == null ? "made" : is == null ? "removed" : "changed").add(url);
            }
        }
    }

    /** Names in a folder; those of folders end with a slash. */
    private void gather(String node, Map<String, String> names) throws IOException {
        if (node == null || node.isEmpty()) {
            return;
        }
        String json = blob(node);
        if (json.contains("\"parts\":[")) {
            Matcher part = HASH.matcher(json.substring(json.indexOf("\"parts\":[")));
            while (part.find()) {
                gather(part.group(1), names);
            }
            return;
        }
        int files = json.indexOf("\"files\":{");
        Matcher dir = NAMED.matcher(json.substring(json.indexOf("\"dirs\":{"), files));
        while (dir.find()) {
            names.put(dir.group(1) + "/", dir.group(2));
        }
        Matcher file = NAMED.matcher(json.substring(files));
        while (file.find()) {
            names.put(file.group(1), file.group(2));
        }
    }

    private String blob(String sha) throws IOException {
        return Files.readString(blobs.resolve(sha.substring(0, 2)).resolve(sha.substring(2)));
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(manage + path)).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
