package nl.plein.site.render;

import java.util.List;

/**
 * What a render did.
 *
 * @param pages     made in all trees
 * @param written   files that are new or differ
 * @param unchanged files that were there already
 * @param removed   files that vanished; 0 where trees are kept apart from each other
 * @param bytes     written
 * @param warnings  what is missing but does not stop the site, as an uploaded file that can't be had
 */
public record Summary(
        long version,
        int pages,
        int written,
        int unchanged,
        int removed,
        long bytes,
        List<TemplateCost> slowest,
        List<String> warnings) {

    public record TemplateCost(String template, long pages, long microsPerPage) {}
}
