package nl.plein.api.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.rendering.StoredBlobs;
import nl.plein.cms.kernel.Json;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeNode;
import tools.jackson.databind.JsonNode;

/** Finds files in rendered trees. Roots, folders and tables of redirects are kept in memory while they are in use. */
@ApplicationScoped
public class Trees {

    /** Where a path leads. Status 410: nowhere any more. */
    record Redirect(String to, int status) {}

    private record Redirects(Map<String, Redirect> byPath) {}

    private static final long MOST_OF_FOLDERS = 16L << 20;

    private final Weighted<Root> roots = new Weighted<>(16 * 64, root -> 1);
    private final Weighted<TreeNode> nodes = new Weighted<>(
            MOST_OF_FOLDERS,
            node -> 200L
                    * (node.dirs().size() + node.files().size() + node.parts().size() + 1));
    private final Weighted<Redirects> tables =
            new Weighted<>(MOST_OF_FOLDERS, table -> 200L * table.byPath().size());

    @Inject
    StoredBlobs blobs;

    Root root(String sha) {
        return roots.get(sha).orElseGet(() -> {
            try {
                Root read = Root.read(blobs, sha);
                roots.put(sha, read);
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A file, or the page of a folder.
     *
     * @param path decoded, without a trailing slash
     * @return the name of its blob, and the path of the file it is
     */
    Optional<Found> find(Root.Tree tree, String path) {
        String page = path.equals("/") ? "/index.html" : path + "/index.html";
        return file(tree.node(), page).map(sha -> new Found(sha, page)).or(() -> file(tree.node(), path)
                .map(sha -> new Found(sha, path)));
    }

    /** A blob and the path of the file in its tree. */
    record Found(String sha256, String path) {}

    private Optional<String> file(String top, String path) {
        try {
            return TreeNode.find(this::node, top, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TreeNode node(String sha) throws IOException {
        Optional<TreeNode> known = nodes.get(sha);
        if (known.isPresent()) {
            return known.get();
        }
        TreeNode read = TreeNode.read(blobs, sha);
        nodes.put(sha, read);
        return read;
    }

    Optional<Redirect> redirect(Root.Tree tree, String path) {
        return Optional.ofNullable(table(tree.redirects()).byPath().get(path));
    }

    private Redirects table(String sha) {
        return tables.get(sha).orElseGet(() -> {
            Map<String, Redirect> byPath = new HashMap<>();
            json(sha)
                    .properties()
                    .forEach(line -> byPath.put(
                            line.getKey(),
                            new Redirect(
                                    line.getValue().path("to").asString(""),
                                    line.getValue().path("status").asInt(308))));
            Redirects read = new Redirects(byPath);
            tables.put(sha, read);
            return read;
        });
    }

    private JsonNode json(String sha) {
        try (InputStream in = blobs.open(sha)) {
            return Json.mapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
