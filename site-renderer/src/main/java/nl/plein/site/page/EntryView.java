package nl.plein.site.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.model.ReadKeys;
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
        scope.reads().field(entry, "path");
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
            case "hash" -> entry.seed();
            case "url" -> url(scope, entry);
            case "children" -> children();
            case "translations" -> views(scope.reads().translations(entry.id()));
            case "fields" -> fields();
            default -> said(name.equals("label") ? "title" : name);
        };
    }

    private @Nullable Object said(String name) {
        scope.reads().field(entry, name);
        return switch (name) {
            case "audience" -> entry.audience();
            case "path" -> entry.path();
            case "title" -> entry.title();
            case "publishedAt" -> entry.publishedAt();
            case "updatedAt" -> entry.updatedAt();
            case "parent" -> parent();
            default -> Fields.view(scope, entry.fields().get(name));
        };
    }

    private Shape fields() {
        scope.reads().note(ReadKeys.wholeEntry(entry.locale(), entry.id()));
        return Root.map(scope, "the fields", entry.fields());
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
