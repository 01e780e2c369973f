package nl.plein.site.page;

import java.util.List;
import java.util.Optional;
import nl.plein.site.model.Entry;

/**
 * One list of a tree: where it is and what is in it.
 *
 * @param host  the entry whose page carries it, if one does
 * @param items newest first
 */
public record Listing(
        String key, String locale, String path, String title, Optional<Entry> host, List<Entry> items, boolean feed) {

    public int pages() {
        return Paging.pages(items.size());
    }

    public String pathOf(int number) {
        return Paging.path(path, number, pages());
    }

    public String feedPath() {
        return (path.equals("/") ? "" : path) + "/feed.xml";
    }
}
