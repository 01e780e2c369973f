package nl.plein.site.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.model.SiteView;
import org.jspecify.annotations.Nullable;

/** One list of a tree: where it is and what is in it, newest first. Changes only while no page is being made. */
public final class Listing {
    private final SiteView view;
    private final ListRule rule;
    private final String locale;
    private final String path;
    private final @Nullable String hostId;
    private final String bareTitle;
    private final Comparator<Entry> order;
    private final ArrayList<Entry> items;
    private @Nullable Paging paging;

    /**
     * @param hostId    the entry that it hangs on; null for a list with a path of its own
     * @param bareTitle what it is called when no entry has its path
     */
    Listing(
            SiteView view,
            ListRule rule,
            String locale,
            String path,
            @Nullable String hostId,
            String bareTitle,
            List<Entry> items) {
        this.view = view;
        this.rule = rule;
        this.locale = locale;
        this.path = path;
        this.hostId = hostId;
        this.bareTitle = bareTitle;
        this.order = EntryQuery.order(rule.order(), true);
        this.items = new ArrayList<>(items);
        this.items.sort(order);
    }

    public String key() {
        return rule.key();
    }

    public String locale() {
        return locale;
    }

    public String path() {
        return path;
    }

    /** The types that may be in it; empty for all. */
    List<String> types() {
        return rule.types();
    }

    public boolean feed() {
        return rule.feed();
    }

    /** The entry whose page carries it, if one does. */
    public Optional<Entry> host() {
        Optional<Entry> there = view.at(path);
        return hostId == null ? there : there.filter(entry -> entry.id().equals(hostId));
    }

    public String title() {
        return host().map(Entry::title).orElse(bareTitle);
    }

    /** Newest first. */
    public List<Entry> items() {
        return Collections.unmodifiableList(items);
    }

    public int pages() {
        return paging().pages();
    }

    /** @param number 1 for the oldest page */
    public List<Entry> slice(int number) {
        return paging().slice(items(), number);
    }

    public String pathOf(int number) {
        return Paging.path(path, number, pages());
    }

    public String feedPath() {
        return feedPath(path);
    }

    static String feedPath(String path) {
        return (path.equals("/") ? "" : path) + "/feed.xml";
    }

    /** A list that nothing is in and no entry carries has no page. */
    boolean isShown() {
        return hostId == null ? !items.isEmpty() || view.at(path).isPresent() : host().isPresent();
    }

    void put(Entry entry) {
        int at = Collections.binarySearch(items, entry, order);
        if (at < 0) {
            items.add(-at - 1, entry);
            paging = null;
        } else {
            items.set(at, entry);
        }
    }

    void remove(Entry entry) {
        int at = Collections.binarySearch(items, entry, order);
        if (at >= 0) {
            items.remove(at);
            paging = null;
        }
    }

    private synchronized Paging paging() {
        if (paging == null) {
            paging = Paging.of(items, entry -> Paging.draw(entry.id()));
        }
        return paging;
    }
}
