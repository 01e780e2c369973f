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
        int pages = list.pages();
        return new Named("list")
                .is("key", list.key())
                .is("title", list.title())
                .with("items", () -> Paging.slice(list.items(), number).stream()
                        .map(item -> new EntryView(scope, item))
                        .toList())
                .is("total", list.items().size())
                .is("pages", pages)
                .is("number", number)
                .is("isNewest", (number == pages))
                .with("newerUrl", () -> number < pages ? url(scope, list, number + 1) : null)
                .with("olderUrl", () -> number > 1 ? url(scope, list, number - 1) : null)
                .with("newestUrl", () -> url(scope, list, pages))
                .with("calendarUrl", () -> Calendars.path(scope.edition(), list)
                        .map(scope.links()::url)
                        .orElse(null))
                .with("feedUrl", () -> list.feed() ? scope.links().url(list.feedPath()) : null)
                .with("links", () -> links(scope, list, number));
    }

    /** First, last and the near ones, newest first, with a gap where some are left out. */
    private static List<Shape> links(PageScope scope, Listing list, int current) {
        List<Shape> links = new ArrayList<>();
        boolean gap = false;
        for (int number = list.pages(); number >= 1; number--) {
            boolean shown = number == 1 || number == list.pages() || Math.abs(number - current) <= NEAR;
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
        return scope.links().url(list.pathOf(number));
    }
}
