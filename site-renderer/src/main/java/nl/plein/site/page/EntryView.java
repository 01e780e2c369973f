package nl.plein.site.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** An entry as templates see it: its own members first, then its fields. */
final class EntryView implements Shape {
    private static final List<String> OWN = List.of(
            "id",
            "type",
            "locale",
            "audience",
            "path",
            "url",
            "title",
            "label",
            "publishedAt",
            "updatedAt",
            "hash",
            "parent",
            "children",
            "translations",
            "fields");

    private final PageScope scope;
    private final Entry entry;

    EntryView(PageScope scope, Entry entry) {
        this.scope = scope;
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    static @Nullable String url(PageScope scope, Entry entry) {
        return entry.hasPage() ? scope.links().url(entry.path()) : null;
    }

    @Override
    public String what() {
        return "an entry of type " + entry.type();
    }

    @Override
    public boolean knows(String name) {
        return OWN.contains(name)
                || entry.fields().containsKey(name)
                || declared().map(known -> known.contains(name)).orElse(true);
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(OWN);
        names.addAll(entry.fields().keySet());
        declared().ifPresent(names::addAll);
        return names;
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "id" -> entry.id();
            case "type" -> entry.type();
            case "locale" -> entry.locale();
            case "audience" -> entry.audience();
            case "path" -> entry.path();
            case "url" -> url(scope, entry);
            case "title", "label" -> entry.title();
            case "publishedAt" -> entry.publishedAt();
            case "updatedAt" -> entry.updatedAt();
            case "hash" -> entry.seed();
            case "parent" -> parent();
            case "children" -> children();
            case "translations" -> views(scope.reads().translations(entry.id()));
            case "fields" -> Root.map(scope, "the fields", entry.fields());
            default -> Fields.view(scope, entry.fields().get(name));
        };
    }

    private @Nullable EntryView parent() {
        String parent = entry.parent();
        return parent == null
                ? null
                : scope.reads()
                        .entry(parent, entry.locale())
                        .map(found -> new EntryView(scope, found))
                        .orElse(null);
    }

    private List<EntryView> children() {
        EntryQuery query = EntryQuery.newest(entry.locale(), List.of())
                .childrenOf(entry.id())
                .by("path", false);
        return views(scope.reads().window(query));
    }

    private List<EntryView> views(List<Entry> entries) {
        return entries.stream().map(found -> new EntryView(scope, found)).toList();
    }

    private Optional<Set<String>> declared() {
        return scope.edition().theme().theme().manifest().fieldsOf(entry.type());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryView view && view.entry.id().equals(entry.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(entry.id());
    }
}
