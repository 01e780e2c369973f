package nl.plein.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.model.Entry;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** Menus as lists. What leads to an entry that can't be seen here is left out, unless something below it can. */
final class Menus {
    private Menus() {}

    static List<Shape> of(PageScope scope, String name) {
        return scope.reads().menu(name, scope.locale()) instanceof Map<?, ?> menu
                ? items(scope, menu.get("items"))
                : List.of();
    }

    private static List<Shape> items(PageScope scope, @Nullable Object raw) {
        List<Shape> items = new ArrayList<>();
        if (raw instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    item(scope, map).ifPresent(items::add);
                }
            }
        }
        return items;
    }

    private static Optional<Shape> item(PageScope scope, Map<?, ?> map) {
        Optional<Entry> entry = Optional.ofNullable(map.get("entry"))
                .flatMap(id -> scope.reads().entry(String.valueOf(id), scope.locale()))
                .filter(found -> EntryView.url(scope, found) != null);
        entry.ifPresent(found -> scope.reads().field(found, "title"));
        Optional<String> href =
                Optional.ofNullable(map.get("href")).map(String::valueOf).filter(Links::isSafe);
        List<Shape> below = items(scope, map.get("items"));
        if (map.get("entry") != null && entry.isEmpty() && below.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> path = entry.map(Entry::path).or(() -> href.filter(own -> own.startsWith("/")));
        String here = scope.page().path();
        Object label = map.get("label");
        return Optional.of(new Named("a menu item")
                .is("label", label == null ? entry.map(Entry::title).orElse("") : label)
                .is("url", path.map(scope.links()::url).or(() -> href).orElse(null))
                .is("current", path.filter(here::equals).isPresent())
                .is("active", path.filter(own -> here.startsWith(own + "/")).isPresent())
                .is("items", below));
    }
}
