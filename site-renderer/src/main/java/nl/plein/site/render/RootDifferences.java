package nl.plein.site.render;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.site.kernel.Json;
import nl.plein.site.tree.Blobs;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeDiff;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two rendered versions of a site, tree by tree. */
final class RootDifferences {
    private RootDifferences() {}

    /** Where the root before can't be read any more, everything is new. */
    static Map<String, Rendered.Difference> between(Blobs blobs, Optional<String> before, Root root)
            throws IOException {
        if (before.isPresent()) {
            try {
                return differences(blobs, Root.read(blobs, before.get()).trees(), root);
            } catch (IOException lost) {
                return differences(blobs, Map.of(), root);
            }
        }
        return differences(blobs, Map.of(), root);
    }

    private static Map<String, Rendered.Difference> differences(Blobs blobs, Map<String, Root.Tree> old, Root root)
            throws IOException {
        Map<String, Rendered.Difference> trees = new LinkedHashMap<>();
        for (Map.Entry<String, Root.Tree> tree : root.trees().entrySet()) {
            Root.Tree was = old.get(tree.getKey());
            Root.Tree is = tree.getValue();
            TreeDiff files = TreeDiff.between(blobs, was == null ? null : was.node(), is.node());
            trees.put(tree.getKey(), new Rendered.Difference(files, redirected(blobs, was, is)));
        }
        return trees;
    }

    private static Set<String> redirected(Blobs blobs, Root.@Nullable Tree was, Root.Tree is) throws IOException {
        Set<String> redirected = new TreeSet<>();
        if (was != null && was.redirects().equals(is.redirects())) {
            return redirected;
        }
        JsonNode known = was == null ? Json.parse("{}", "nothing") : table(blobs, was.redirects());
        table(blobs, is.redirects()).properties().forEach(line -> {
            if (!line.getValue().equals(known.get(line.getKey()))) {
                redirected.add(line.getKey());
            }
        });
        return redirected;
    }

    private static JsonNode table(Blobs blobs, String redirects) throws IOException {
        try (var in = blobs.open(redirects)) {
            return Json.parse(in.readAllBytes(), "redirects " + redirects);
        }
    }
}
