package nl.plein.cms.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One page of a list.
 *
 * @param publications ids of publications, in the list's order
 * @param siteVersion  the version that the whole list speaks of; a cursor keeps it
 * @param next         the cursor of the next page, if there is one
 * @param total        of all pages, if it was asked for
 * @param namesOthers  whether the list names other entries by title or slug, so that it follows from those too, of whatever
 *                     type they are
 */
public record ListPage(
        List<UUID> publications, long siteVersion, Optional<String> next, OptionalLong total, boolean namesOthers) {
    public ListPage {
        publications = List.copyOf(publications);
    }
}
