package nl.plein.site.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a tree from another by the files that differ. Reads and writes only the nodes on their paths. */
public final class TreeEdit {
    /** What lies in a folder under a name. */
    private record Name(boolean file, String name) {}

    /** A node and the number of names in it and below its parts; no sha when it is empty. */
    private record Made(@Nullable String sha, int count) {}

    /** Bytes of nodes that were written because they were not there. */
    static final class Count {
        private long bytes;

        void add(int more) {
            bytes += more;
        }
    }

    private final Blobs blobs;
    private final Count written = new Count();
    private final Map<String, TreeNode> read = new HashMap<>();

    private TreeEdit(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * @param node  of the top folder
     * @param bytes of the nodes that had to be written
     */
    public record Outcome(String node, long bytes) {}

    /**
     * @param top   node of the tree before; null for none
     * @param files names of blobs by site path, empty for what is to go
     */
    public static Outcome apply(Blobs blobs, @Nullable String top, Map<String, Optional<String>> files)
            throws IOException {
        TreeEdit edit = new TreeEdit(blobs);
        Map<String, Optional<String>> paths = new TreeMap<>();
        files.forEach((path, sha) -> paths.put(path.substring(1), sha));
        Made folder = edit.folder(top, paths);
        String node = folder.sha() == null ? TreeNode.EMPTY.write(blobs, edit.written) : folder.sha();
        return new Outcome(node, edit.written.bytes);
    }

    /** @param files by path below this folder */
    private Made folder(@Nullable String node, Map<String, Optional<String>> files) throws IOException {
        Map<Name, Optional<String>> names = new HashMap<>();
        Map<String, Map<String, Optional<String>>> below = new TreeMap<>();
        for (Map.Entry<String, Optional<String>> file : files.entrySet()) {
            int slash = file.getKey().indexOf('/');
            if (slash < 0) {
                names.put(new Name(true, file.getKey()), file.getValue());
            } else {
                below.computeIfAbsent(file.getKey().substring(0, slash), dir -> new TreeMap<>())
                        .put(file.getKey().substring(slash + 1), file.getValue());
            }
        }
        for (Map.Entry<String, Map<String, Optional<String>>> dir : below.entrySet()) {
            Name name = new Name(false, dir.getKey());
            Made folder = folder(find(node, name).orElse(null), dir.getValue());
            names.put(name, Optional.ofNullable(folder.sha()));
        }
        return node(node, 0, names);
    }

    private Optional<String> find(@Nullable String sha, Name name) throws IOException {
        TreeNode node = opened(sha);
        for (int depth = 0; node.isSplit(); depth++) {
            String part = node.parts().get(TreeNode.part(name.file(), name.name(), depth));
            node = opened(part);
        }
        return Optional.ofNullable((name.file() ? node.files() : node.dirs()).get(name.name()));
    }

    private Made node(@Nullable String sha, int depth, Map<Name, Optional<String>> names) throws IOException {
        TreeNode node = opened(sha);
        if (node.isSplit()) {
            return parts(node, depth, names);
        }
        Map<String, String> dirs = new TreeMap<>(node.dirs());
        Map<String, String> files = new TreeMap<>(node.files());
        names.forEach((name, value) -> {
            Map<String, String> kind = name.file() ? files : dirs;
            value.ifPresentOrElse(now -> kind.put(name.name(), now), () -> kind.remove(name.name()));
        });
        int count = dirs.size() + files.size();
        if (count == 0) {
            return new Made(null, 0);
        }
        if (count <= TreeNode.MOST) {
            return new Made(TreeNode.of(dirs, files).write(blobs, written), count);
        }
        Map<Name, Optional<String>> all = new HashMap<>();
        dirs.forEach((name, value) -> all.put(new Name(false, name), Optional.of(value)));
        files.forEach((name, value) -> all.put(new Name(true, name), Optional.of(value)));
        return parts(TreeNode.split(TreeNode.noParts(), 0), depth, all);
    }

    private Made parts(TreeNode node, int depth, Map<Name, Optional<String>> names) throws IOException {
        Map<Integer, Map<Name, Optional<String>>> byPart = new TreeMap<>();
        names.forEach((name, value) -> byPart.computeIfAbsent(
                        TreeNode.part(name.file(), name.name(), depth), part -> new HashMap<>())
                .put(name, value));
        List<String> parts = new ArrayList<>(node.parts());
        int count = node.count();
        for (Map.Entry<Integer, Map<Name, Optional<String>>> part : byPart.entrySet()) {
            String before = parts.get(part.getKey());
            int had = opened(before).count();
            Made now = node(before.isEmpty() ? null : before, depth + 1, part.getValue());
            count += now.count() - had;
            parts.set(part.getKey(), now.sha() == null ? "" : now.sha());
        }
        if (count > TreeNode.MOST) {
            return new Made(TreeNode.split(parts, count).write(blobs, written), count);
        }
        Map<String, String> dirs = new TreeMap<>();
        Map<String, String> files = new TreeMap<>();
        for (String part : parts) {
            gather(part, dirs, files);
        }
        return count == 0
                ? new Made(null, 0)
                : new Made(TreeNode.of(dirs, files).write(blobs, written), count);
    }

    private void gather(String sha, Map<String, String> dirs, Map<String, String> files) throws IOException {
        TreeNode node = opened(sha);
        dirs.putAll(node.dirs());
        files.putAll(node.files());
        for (String part : node.parts()) {
            gather(part, dirs, files);
        }
    }

    private TreeNode opened(@Nullable String sha) throws IOException {
        if (sha == null || sha.isEmpty()) {
            return TreeNode.EMPTY;
        }
        TreeNode known = read.get(sha);
        if (known == null) {
            known = TreeNode.read(blobs, sha);
            read.put(sha, known);
        }
        return known;
    }
}
