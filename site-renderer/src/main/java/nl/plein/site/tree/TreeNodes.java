package nl.plein.site.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;

/**
 * Directories as blobs, like git's trees: canonical JSON {@code {"dirs":{name:sha},"files":{name:sha}}}. A node is named by its hash, so
 * two trees share every folder in which nothing differs.
 */
public final class TreeNodes {
    private final Map<String, TreeNodes> dirs = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private TreeNodes() {}

    /**
     * Writes the nodes of a tree, deepest first.
     *
     * @param files blob names by site path, beginning with "/"
     * @return the hash of the top node
     */
    public static String write(Map<String, String> files, Blobs blobs) throws IOException {
        TreeNodes top = new TreeNodes();
        files.forEach((path, sha) -> top.put(path.substring(1), sha));
        return top.written(blobs);
    }

    private void put(String path, String sha) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            files.put(path, sha);
        } else {
            dirs.computeIfAbsent(path.substring(0, slash), name -> new TreeNodes())
                    .put(path.substring(slash + 1), sha);
        }
    }

    private String written(Blobs blobs) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, TreeNodes> dir : dirs.entrySet()) {
            hashes.put(dir.getKey(), dir.getValue().written(blobs));
        }
        byte[] node = Json.canonical(Map.of("dirs", hashes, "files", files)).getBytes(StandardCharsets.UTF_8);
        String sha = Hashes.sha256(node);
        if (!blobs.has(sha)) {
            blobs.put(sha, node);
        }
        return sha;
    }
}
