package nl.plein.site.tree;

import java.io.IOException;
import java.util.Set;

/** What a root needs: its nodes, files and tables. Whatever no kept root reaches may be swept away. */
public final class Reachable {
    private final Blobs blobs;
    private final Set<String> names;

    /** @param names gets what is found; a folder whose name is in it already is not walked again */
    public Reachable(Blobs blobs, Set<String> names) {
        this.blobs = blobs;
        this.names = names;
    }

    /** Adds a root and all that it reaches. */
    public void add(String root) throws IOException {
        if (names.add(root)) {
            for (Root.Tree tree : Root.read(blobs, root).trees().values()) {
                names.add(tree.redirects());
                addFolder(tree.node());
            }
        }
    }

    private void addFolder(String node) throws IOException {
        if (!names.add(node)) {
            return;
        }
        TreeNode folder = TreeNode.read(blobs, node);
        names.addAll(folder.files().values());
        for (String dir : folder.dirs().values()) {
            addFolder(dir);
        }
        for (String part : folder.parts()) {
            if (!part.isEmpty()) {
                addFolder(part);
            }
        }
    }
}
