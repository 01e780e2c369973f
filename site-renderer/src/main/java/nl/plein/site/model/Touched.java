package nl.plein.site.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.plein.site.source.AssetFile;
import org.jspecify.annotations.Nullable;

/**
 * What a change means to those who have read one audience's view of a site.
 *
 * @param keys    reads that would give something else now
 * @param paths   where a page came, went or changed its owner, or whose own entry changed
 * @param entries the changes that this audience sees
 */
public record Touched(Set<Long> keys, Set<String> paths, List<EntryChange> entries) {
    private static final List<String> OWN = List.of("title", "path", "audience", "publishedAt", "updatedAt", "parent");

    static Touched by(List<EntryChange> entries) {
        return new Touched(new HashSet<>(), new HashSet<>(), entries);
    }

    /** Before the view follows: who walked past the places that entries leave or will take. */
    void gaps(EntryIndexes indexes) {
        entries.forEach(change -> indexes.gaps(change.before(), change.after(), keys::add));
    }

    void fields() {
        for (EntryChange change : entries) {
            Entry before = change.before();
            Entry after = change.after();
            if (before == null || after == null) {
                either(before, after, this::appeared);
            } else if (!before.type().equals(after.type())) {
                appeared(before);
                appeared(after);
            } else {
                changed(before, after);
            }
        }
    }

    /** @param before the assets of the view as they were, for those that changed entries name */
    void assets(Map<String, Optional<AssetFile>> before, SiteView now) {
        before.forEach((id, file) -> {
            if (!file.equals(now.asset(id))) {
                keys.add(ReadKeys.asset(id));
            }
        });
    }

    private void appeared(Entry entry) {
        whole(entry);
        owner(entry);
        keys.add(ReadKeys.entry(entry.locale(), entry.id()));
        keys.add(ReadKeys.translations(entry.id()));
        entry.references().forEach(id -> keys.add(ReadKeys.referring(entry.locale(), id)));
        if (entry.parent() != null) {
            keys.add(ReadKeys.children(entry.locale(), entry.parent()));
        }
        OWN.forEach(name -> field(entry, name));
        entry.fields().keySet().forEach(name -> field(entry, name));
        valued(entry, "id");
    }

    private void field(Entry entry, String name) {
        keys.add(ReadKeys.field(entry, name));
        keys.add(ReadKeys.fieldOfType(entry.locale(), entry.type(), name));
        keys.add(ReadKeys.fieldOfType(entry.locale(), "*", name));
        valued(entry, name);
    }

    private void valued(Entry entry, String name) {
        for (String value : EntryQuery.Condition.valuesOf(entry, name)) {
            keys.add(ReadKeys.valued(entry.locale(), entry.type(), name, value));
            keys.add(ReadKeys.valued(entry.locale(), "*", name, value));
        }
    }

    private void changed(Entry before, Entry after) {
        Set<String> names = new HashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.removeIf(
                name -> Objects.equals(before.fields().get(name), after.fields().get(name)));
        for (String own : OWN) {
            if (!Objects.equals(member(before, own), member(after, own))) {
                names.add(own);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        whole(before);
        whole(after);
        if (names.contains("path") || names.contains("audience")) {
            owner(before);
            owner(after);
            keys.add(ReadKeys.translations(after.id()));
        }
        for (String name : names) {
            field(before, name);
            field(after, name);
        }
        Set<String> references = difference(before.references(), after.references());
        references.forEach(id -> keys.add(ReadKeys.referring(after.locale(), id)));
        if (names.contains("parent")) {
            either(before, after, entry -> {
                if (entry.parent() != null) {
                    keys.add(ReadKeys.children(entry.locale(), entry.parent()));
                }
            });
        }
    }

    private void whole(Entry entry) {
        keys.add(ReadKeys.wholeEntry(entry.locale(), entry.id()));
        if (entry.hasPage()) {
            paths.add(entry.path());
        }
    }

    private void owner(Entry entry) {
        if (entry.hasPage()) {
            keys.add(ReadKeys.path(entry.path()));
        }
    }

    private static @Nullable Object member(Entry entry, String own) {
        return switch (own) {
            case "audience" -> entry.audience();
            case "parent" -> entry.parent();
            default -> entry.sortKey(own);
        };
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        either.removeIf(id -> one.contains(id) && other.contains(id));
        return either;
    }

    private static void either(@Nullable Entry one, @Nullable Entry other, Consumer<Entry> taker) {
        if (one != null) {
            taker.accept(one);
        }
        if (other != null) {
            taker.accept(other);
        }
    }
}
