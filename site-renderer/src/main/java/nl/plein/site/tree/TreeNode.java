package nl.plein.site.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import tools.jackson.databind.JsonNode;

/**
 * A folder of a tree as a blob, like git's: canonical JSON {@code {"dirs":{name:sha},"files":{name:sha}}}. One with more than
 * {@link #MOST} names is split in sixteen by the digits of the names' hashes, {@code {"count":n,"parts":[sha,…]}}, and each part again, so that
 * one name more in a folder of a hundred thousand writes a few small blobs. A node is named by its hash, and its form follows from what is
 * in it alone: two trees share everything in which nothing differs.
 *
 * @param parts sixteen names of blobs, "" for an empty part; empty if it is not split
 */
public record TreeNode(Map<String, String> dirs, Map<String, String> files, List<String> parts, int count) {
    /** Names that a node holds before it is split. */
    static final int MOST = 64;

    private static final int PARTS = 16;
    static final TreeNode EMPTY = new TreeNode(Map.of(), Map.of(), List.of(), 0);

    /** Where nodes come from. */
    @FunctionalInterface
    public interface Nodes {
        TreeNode node(String sha256) throws IOException;
    }

    static TreeNode of(Map<String, String> dirs, Map<String, String> files) {
        return new TreeNode(dirs, files, List.of(), dirs.size() + files.size());
    }

    static TreeNode split(List<String> parts, int count) {
        return new TreeNode(Map.of(), Map.of(), parts, count);
    }

    public static TreeNode parse(byte[] bytes, String sha256) {
        JsonNode json = Json.parse(bytes, "node " + sha256);
        if (json.has("parts")) {
            List<String> parts = new ArrayList<>(PARTS);
            json.path("parts").forEach(part -> parts.add(part.asString()));
            return split(parts, json.path("count").asInt());
        }
        return of(texts(json.path("dirs")), texts(json.path("files")));
    }

    public static TreeNode read(Blobs blobs, String sha256) throws IOException {
        try (var in = blobs.open(sha256)) {
            return parse(in.readAllBytes(), sha256);
        }
    }

    /** The blob of the file at a path. @param path beginning with "/" */
    public static Optional<String> find(Nodes nodes, String top, String path) throws IOException {
        String[] names = path.substring(1).split("/", -1);
        String here = top;
        for (int i = 0; i < names.length; i++) {
            boolean file = i == names.length - 1;
            TreeNode node = nodes.node(here);
            for (int depth = 0; node.isSplit(); depth++) {
                String part = node.parts().get(part(file, names[i], depth));
                node = part.isEmpty() ? EMPTY : nodes.node(part);
            }
            String next = (file ? node.files() : node.dirs()).get(names[i]);
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    public boolean isSplit() {
        return !parts.isEmpty();
    }

    /** @return the name of its blob, which is there then */
    String write(Blobs blobs, TreeEdit.Count written) throws IOException {
        Map<String, Object> json =
                isSplit() ? Map.of("count", count, "parts", parts) : Map.of("dirs", dirs, "files", files);
        byte[] bytes = Json.canonical(json).getBytes(StandardCharsets.UTF_8);
        String sha = Hashes.sha256(bytes);
        if (!blobs.has(sha)) {
            blobs.put(sha, bytes);
            written.add(bytes.length);
        }
        return sha;
    }

    /** In which of the sixteen parts of a split node a name is. */
    static int part(boolean file, String name, int depth) {
        String hash = Hashes.sha256((file ? "f" : "d") + name);
        return Character.digit(hash.charAt(depth), PARTS);
    }

    static List<String> noParts() {
        return Collections.nCopies(PARTS, "");
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
        return texts;
    }
}
