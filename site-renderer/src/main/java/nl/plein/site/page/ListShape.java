package nl.plein.site.page;

import java.util.ArrayList;
import java.util.List;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** What templates read as {@code list}. */
final class ListShape {
    private static final int NEAR = 2;

    private ListShape() {}

    static Shape of(PageScope scope, Listing list) {
        int number = scope.page().number();
        boolean newest = number == list.pages();
        return new Named("list")
                .is("key", list.key())
                .is("title", list.title())
                .with("items", () -> list.slice(number).stream()
                        .map(item -> new EntryView(scope, item))
                        .toList())
                .with("total", () -> total(scope, list))
                .with("pages", () -> pages(scope, list))
                .is("number", number)
                .is("isNewest", newest)
                .with("newerUrl", () -> newest ? null : url(scope, list, number + 1))
                .with("olderUrl", () -> number > 1 ? url(scope, list, number - 1) : null)
                .with("newestUrl", () -> scope.links().url(list.path()))
                .with("calendarUrl", () -> calendar(scope, list))
                .with("feedUrl", () -> list.feed() ? scope.links().url(list.feedPath()) : null)
                .with("links", () -> links(scope, list, number));
    }

    private static @Nullable String calendar(PageScope scope, Listing list) {
        scope.reads().note(ListReads.empty(list.path()));
        return Calendars.path(scope.edition(), list).map(scope.links()::url).orElse(null);
    }

    private static int total(PageScope scope, Listing list) {
        scope.reads().note(ListReads.total(list.path()));
        return list.items().size();
    }

    private static int pages(PageScope scope, Listing list) {
        scope.reads().note(ListReads.pages(list.path()));
        return list.pages();
    }

    /** First, last and the near ones, newest first, with a gap where some are left out. */
    private static List<Shape> links(PageScope scope, Listing list, int current) {
        List<Shape> links = new ArrayList<>();
        boolean gap = false;
        int pages = pages(scope, list);
        for (int number = pages; number >= 1; number--) {
            boolean shown = number == 1 || number == pages || Math.abs(number - current) <= NEAR;
            if (shown) {
                links.add(link(number, url(scope, list, number), number == current, false));
            } else if (!gap) {
                links.add(link(number, null, false, true));
            }
            gap = !shown;
        }
        return links;
    }

    private static Shape link(int number, @Nullable String url, boolean current, boolean gap) {
        return new Named("a page link")
                .is("number", number)
                .is("url", url)
                .is("current", current)
                .is("gap", gap);
    }

    private static String url(PageScope scope, Listing list, int number) {
        scope.reads().note(ListReads.address(list.path(), number));
        return scope.links().url(list.pathOf(number));
    }
}
