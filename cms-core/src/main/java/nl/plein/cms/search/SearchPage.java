package nl.plein.cms.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One page of what a search found, the best first.
 *
 * @param siteVersion the version that all its pages speak of
 * @param next        the cursor of the next page, if there is one
 * @param total       of all pages, if it was asked for
 */
public record SearchPage(List<Hit> hits, long siteVersion, Optional<String> next, OptionalLong total) {

    public SearchPage {
        hits = List.copyOf(hits);
    }

    /**
     * @param publication id of the publication
     * @param title       HTML: the title with {@code <mark>} around what matched, all else escaped; empty if nothing in it did
     * @param excerpts    HTML, likewise: pieces of the text around what matched; at most three
     */
    public record Hit(UUID publication, Optional<String> title, List<String> excerpts) {
        public Hit {
            excerpts = List.copyOf(excerpts);
        }
    }
}
