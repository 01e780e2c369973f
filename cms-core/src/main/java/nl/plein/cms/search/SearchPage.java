package nl.plein.cms.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.cms.publishing.Publication;

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
     * @param title    HTML: the title with {@code <mark>} around what matched, all else escaped; empty if nothing in it did
     * @param excerpts HTML, likewise: pieces of the text around what matched; at most three
     */
    public record Hit(Publication publication, Optional<String> title, List<String> excerpts) {
        public Hit {
            excerpts = List.copyOf(excerpts);
        }
    }
}
