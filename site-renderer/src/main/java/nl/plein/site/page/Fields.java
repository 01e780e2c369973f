package nl.plein.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.image.Focus;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Entry;
import org.jspecify.annotations.Nullable;

/** Field values as templates see them: ids become what they stand for, as far as this audience may see it. */
final class Fields {
    private Fields() {}

    static @Nullable Object view(PageScope scope, @Nullable Object raw) {
        if (raw instanceof Map<?, ?> map) {
            return map(scope, map);
        }
        if (raw instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                Object view = view(scope, item);
                if (view != null) {
                    items.add(view);
                }
            }
            return items;
        }
        return raw;
    }

    private static @Nullable Object map(PageScope scope, Map<?, ?> map) {
        if (map.get("asset") instanceof String id) {
            return asset(scope, id, map);
        }
        if (map.get("entry") instanceof String id) {
            Optional<Entry> target = scope.reads().entry(id, scope.locale());
            return map.get("label") instanceof String label
                    ? link(scope, label, target)
                    : target.map(entry -> new EntryView(scope, entry)).orElse(null);
        }
        if (map.get("href") instanceof String href) {
            return link(scope, href, map.get("label"));
        }
        if (map.get("type") instanceof String && map.get("fields") instanceof Map<?, ?>) {
            return new BlockView(scope, map, 0);
        }
        return Root.map(scope, "a map", map);
    }

    private static Named link(PageScope scope, String label, Optional<Entry> target) {
        return new Named("a link")
                .is("label", label)
                .is("title", label)
                .is("external", false)
                .with("url", () -> target.map(entry -> EntryView.url(scope, entry))
                        .orElse(null))
                .with("entry", () -> target.map(entry -> new EntryView(scope, entry))
                        .orElse(null));
    }

    private static Named link(PageScope scope, String href, @Nullable Object label) {
        String shown = label == null ? href : String.valueOf(label);
        return new Named("a link")
                .is("label", shown)
                .is("title", shown)
                .is("external", Links.isExternal(href))
                .with("url", () -> safe(scope, href))
                .is("entry", null);
    }

    private static @Nullable String safe(PageScope scope, String href) {
        try {
            return scope.links().any(href);
        } catch (Trouble refused) {
            return null;
        }
    }

    private static @Nullable AssetView asset(PageScope scope, String id, Map<?, ?> map) {
        Object alt = map.get("alt");
        return scope.reads()
                .asset(id)
                .map(file ->
                        new AssetView(scope, file, alt == null ? "" : String.valueOf(alt), focus(map.get("focus"))))
                .orElse(null);
    }

    private static Focus focus(@Nullable Object point) {
        return point instanceof Map<?, ?> map
                        && map.get("x") instanceof Number x
                        && map.get("y") instanceof Number y
                        && Focus.isInside(x.doubleValue(), y.doubleValue())
                ? new Focus(x.doubleValue(), y.doubleValue())
                : Focus.MIDDLE;
    }
}
