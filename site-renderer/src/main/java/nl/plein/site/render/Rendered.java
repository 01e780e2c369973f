package nl.plein.site.render;

import java.util.Map;
import java.util.Set;
import nl.plein.site.tree.TreeDiff;

/**
 * @param root      name of the blob by which the whole result can go live
 * @param trees     by audience: what differs from the root before; everything is new if there was none
 * @param nodeBytes of the nodes of trees that had to be written
 */
public record Rendered(String root, Map<String, Difference> trees, long nodeBytes, Summary summary) {

    /** @param redirected paths that lead elsewhere now, and did not before */
    public record Difference(TreeDiff files, Set<String> redirected) {}
}
