package nl.plein.site.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import tools.jackson.databind.JsonNode;

/**
 * A whole rendered site: canonical JSON that names, for each audience, the top node of its tree and its table of redirects.
 *
 * @param theme    hash of the theme's package
 * @param renderer the build of the renderer
 * @param trees    by audience, widest first; those of groups last
 */
public record Root(String site, long version, String theme, String renderer, Map<String, Tree> trees) {
    private static final int FORMAT = 2;

    /**
     * @param node      of the top folder
     * @param redirects blob with JSON {@code {"/from":{"to":"/path","status":308}}}; status 410 has no "to"
     * @param notFound  site path by locale of the page for paths that are not there
     * @param gone      site path by locale of the page for paths that are there no more; empty if the theme has none
     * @param prefixes  paths under which only this tree counts: those of a group; empty for a tree of the whole site
     */
    public record Tree(
            String node,
            String redirects,
            Map<String, String> notFound,
            Map<String, String> gone,
            List<String> prefixes) {

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(
                    Map.of("node", node, "redirects", redirects, "notFound", notFound, "gone", gone));
            if (!prefixes.isEmpty()) {
                json.put("prefixes", prefixes);
            }
            return json;
        }
    }

    /** @return the hash of the root, the name under which it can go live */
    public String write(Blobs blobs) throws IOException {
        Map<String, Object> trees = new LinkedHashMap<>();
        this.trees.forEach((audience, tree) -> trees.put(audience, tree.json()));
        byte[] json = Json.canonical(Map.of(
                        "format",
                        FORMAT,
                        "site",
                        site,
                        "version",
                        version,
                        "theme",
                        theme,
                        "renderer",
                        renderer,
                        "trees",
                        trees))
                .getBytes(StandardCharsets.UTF_8);
        String sha = Hashes.sha256(json);
        blobs.put(sha, json);
        return sha;
    }

    public static Root read(Blobs blobs, String sha) throws IOException {
        try (var in = blobs.open(sha)) {
            return of(Json.parse(in.readAllBytes(), "root " + sha));
        }
    }

    private static Root of(JsonNode json) {
        Map<String, Tree> trees = new LinkedHashMap<>();
        json.path("trees").properties().forEach(member -> {
            JsonNode tree = member.getValue();
            trees.put(
                    member.getKey(),
                    new Tree(
                            tree.path("node").asString(),
                            tree.path("redirects").asString(),
                            texts(tree.path("notFound")),
                            texts(tree.path("gone")),
                            tree.path("prefixes")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
        });
        return new Root(
                json.path("site").asString(),
                json.path("version").asLong(),
                json.path("theme").asString(),
                json.path("renderer").asString(),
                trees);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
        return texts;
    }

    /** The blob at a path of a tree, walking its nodes. @param path of a file, beginning with "/" */
    public static Optional<String> find(Blobs blobs, String node, String path) throws IOException {
        return TreeNode.find(sha -> TreeNode.read(blobs, sha), node, path);
    }
}
