package nl.plein.site.tree;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which files differ between two trees, by site path. Looks only into folders that differ.
 *
 * @param made    files that only the second has
 * @param changed files that both have, with other bytes
 * @param removed files that only the first has
 */
public record TreeDiff(Set<String> made, Set<String> changed, Set<String> removed) {
    private TreeDiff() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** @param before node of the top folder; null for an empty tree */
    public static TreeDiff between(Blobs blobs, @Nullable String before, @Nullable String after) throws IOException {
        TreeDiff diff = new TreeDiff();
        diff.folder(blobs, "/", before, after);
        return diff;
    }

    private void folder(Blobs blobs, String here, @Nullable String before, @Nullable String after) throws IOException {
        if (Objects.equals(before, after)) {
            return;
        }
        TreeNode old = opened(blobs, before);
        TreeNode now = opened(blobs, after);
        if (old.isSplit() && now.isSplit()) {
            for (int part = 0; part < old.parts().size(); part++) {
                folder(blobs, here, old.parts().get(part), now.parts().get(part));
            }
            return;
        }
        Map<String, String> oldFiles = new TreeMap<>();
        Map<String, String> oldDirs = new TreeMap<>();
        Map<String, String> nowFiles = new TreeMap<>();
        Map<String, String> nowDirs = new TreeMap<>();
        gather(blobs, old, oldFiles, oldDirs);
        gather(blobs, now, nowFiles, nowDirs);
        for (String name : either(oldFiles, nowFiles)) {
            file(here + name, oldFiles.get(name), nowFiles.get(name));
        }
        for (String name : either(oldDirs, nowDirs)) {
            folder(blobs, here + name + "/", oldDirs.get(name), nowDirs.get(name));
        }
    }

    private void file(String path, @Nullable String before, @Nullable String after) {
        if (before == null) {
            made.add(path);
        } else if (after == null) {
            removed.add(path);
        } else if (!before.equals(after)) {
            changed.add(path);
        }
    }

    private static void gather(Blobs blobs, TreeNode node, Map<String, String> files, Map<String, String> dirs)
            throws IOException {
        files.putAll(node.files());
        dirs.putAll(node.dirs());
        for (String part : node.parts()) {
            gather(blobs, opened(blobs, part), files, dirs);
        }
    }

    private static Set<String> either(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static TreeNode opened(Blobs blobs, @Nullable String sha) throws IOException {
        return sha == null || sha.isEmpty() ? TreeNode.EMPTY : TreeNode.read(blobs, sha);
    }
}
