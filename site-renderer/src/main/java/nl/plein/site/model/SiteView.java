package nl.plein.site.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import nl.plein.site.source.AssetFile;
import org.jspecify.annotations.Nullable;

/**
 * What one audience sees of a site, with the indexes that make finding cheap. Shared by all threads; {@link #follow} brings it to another
 * version, while nobody reads.
 */
public final class SiteView implements Reads {
    /** Colleagues who have a page of their own at a path see that one, not the one for everyone. */
    private static final Comparator<Entry> NARROWEST = Comparator.<Entry>comparingInt(
                    entry -> Audience.of(entry.audience()).narrowness())
            .thenComparing(Entry::id)
            .thenComparing(Entry::locale);

    private final Site site;
    private final Audience audience;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, List<Entry>> byPath = new HashMap<>();
    private final Map<String, Map<String, Entry>> byType = new HashMap<>();
    private final Map<String, Map<String, Entry>> referring = new HashMap<>();
    private final Map<String, Map<String, Entry>> children = new HashMap<>();
    private final Map<String, List<Entry>> translations = new HashMap<>();
    private final Map<String, Map<String, AssetFile>> assets = new HashMap<>();
    private final EntryIndexes indexes = new EntryIndexes(this::candidates);

    private SiteView(Site site, Audience audience) {
        this.site = site;
        this.audience = audience;
    }

    public static SiteView of(Site site, Audience audience) {
        SiteView view = new SiteView(site, audience);
        site.entries().stream()
                .filter(entry -> audience.mayRead(entry.audience()))
                .forEach(view::add);
        return view;
    }

    /**
     * Follows a change that the site has made already. Nobody may read meanwhile.
     *
     * @return whose reads have another answer now
     */
    public Touched follow(SiteChange change) {
        Touched touched = Touched.by(change.entries().stream()
                .map(one -> one.seenBy(audience))
                .filter(Objects::nonNull)
                .toList());
        Map<String, Optional<AssetFile>> files = filesOf(touched.entries());
        touched.gaps(indexes);
        touched.entries().forEach(one -> remove(one.before()));
        touched.entries().forEach(one -> {
            if (one.after() != null) {
                add(one.after());
            }
        });
        touched.fields();
        touched.assets(files, this);
        change.settings().forEach(key -> touched.keys().add(ReadKeys.setting(key)));
        change.menus().forEach(key -> {
            int dot = key.lastIndexOf('.');
            touched.keys().add(ReadKeys.menu(key.substring(0, Math.max(0, dot)), key.substring(dot + 1)));
        });
        return touched;
    }

    private Map<String, Optional<AssetFile>> filesOf(List<EntryChange> changes) {
        Map<String, Optional<AssetFile>> files = new HashMap<>();
        for (EntryChange change : changes) {
            Stream.of(change.before(), change.after())
                    .filter(Objects::nonNull)
                    .flatMap(entry -> entry.assets().keySet().stream())
                    .forEach(id -> files.computeIfAbsent(id, this::asset));
        }
        return files;
    }

    private void add(Entry entry) {
        byKey.put(entry.locale() + " " + entry.id(), entry);
        entry.assets().forEach((id, file) -> assets.computeIfAbsent(id, key -> new TreeMap<>())
                .put(entry.locale() + " " + entry.id(), file));
        if (entry.hasPage()) {
            byPath.merge(entry.path(), List.of(entry), SiteView::joined);
            translations.merge(entry.id(), List.of(entry), SiteView::joined);
        }
        put(byType, entry.locale() + " " + entry.type(), entry);
        put(byType, entry.locale(), entry);
        if (entry.parent() != null) {
            put(children, entry.locale() + " " + entry.parent(), entry);
        }
        entry.references().forEach(target -> put(referring, entry.locale() + " " + target, entry));
        indexes.add(entry);
    }

    private void remove(@Nullable Entry entry) {
        if (entry == null) {
            return;
        }
        byKey.remove(entry.locale() + " " + entry.id());
        entry.assets().keySet().forEach(id -> assets.getOrDefault(id, new HashMap<>())
                .remove(entry.locale() + " " + entry.id()));
        if (entry.hasPage()) {
            byPath.computeIfPresent(entry.path(), (path, all) -> without(all, entry));
            translations.computeIfPresent(entry.id(), (id, all) -> without(all, entry));
        }
        take(byType, entry.locale() + " " + entry.type(), entry);
        take(byType, entry.locale(), entry);
        if (entry.parent() != null) {
            take(children, entry.locale() + " " + entry.parent(), entry);
        }
        entry.references().forEach(target -> take(referring, entry.locale() + " " + target, entry));
        indexes.remove(entry);
    }

    private static void put(Map<String, Map<String, Entry>> index, String key, Entry entry) {
        index.computeIfAbsent(key, name -> new LinkedHashMap<>()).put(entry.id(), entry);
    }

    private static void take(Map<String, Map<String, Entry>> index, String key, Entry entry) {
        index.computeIfPresent(key, (name, entries) -> {
            entries.remove(entry.id());
            return entries.isEmpty() ? null : entries;
        });
    }

    private static List<Entry> joined(List<Entry> some, List<Entry> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static @Nullable List<Entry> without(List<Entry> all, Entry gone) {
        List<Entry> left = all.stream().filter(entry -> entry != gone).toList();
        return left.isEmpty() ? null : left;
    }

    public Audience audience() {
        return audience;
    }

    /** The paths of all entries that have a page, in no order. */
    public Collection<String> paths() {
        return byPath.keySet();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Optional<Entry> entry(String id, String locale) {
        return Optional.ofNullable(byKey.get(locale + " " + id));
    }

    @Override
    public Optional<Entry> at(String path) {
        return byPath.getOrDefault(path, List.of()).stream().max(NARROWEST);
    }

    @Override
    public List<Entry> translations(String id) {
        List<Entry> all = translations.getOrDefault(id, List.of());
        return all.size() < 2
                ? all
                : all.stream()
                        .sorted(Comparator.comparingInt(entry -> site.locales().indexOf(entry.locale())))
                        .toList();
    }

    @Override
    public List<Entry> window(EntryQuery query) {
        return window(query, key -> {});
    }

    /** @param reads told what the answer depends on */
    List<Entry> window(EntryQuery query, LongConsumer reads) {
        if (query.refersTo() != null) {
            reads.accept(ReadKeys.referring(query.locale(), query.refersTo()));
            return few(query, referring, query.refersTo(), reads);
        }
        if (query.parent() != null) {
            reads.accept(ReadKeys.children(query.locale(), query.parent()));
            return few(query, children, query.parent(), reads);
        }
        return indexes.window(query, reads);
    }

    private static List<Entry> few(
            EntryQuery query, Map<String, Map<String, Entry>> index, String id, LongConsumer reads) {
        return EntryIndexes.few(
                query, index.getOrDefault(query.locale() + " " + id, Map.of()).values(), reads);
    }

    /** Where entries say different things of a file, the one whose id is the last counts. */
    @Override
    public Optional<AssetFile> asset(String id) {
        Map<String, AssetFile> named = assets.getOrDefault(id, Map.of());
        return named instanceof TreeMap<String, AssetFile> sorted && !sorted.isEmpty()
                ? Optional.of(sorted.lastEntry().getValue())
                : Optional.empty();
    }

    @Override
    public @Nullable Object menu(String name, String locale) {
        return site.menu(name, locale);
    }

    @Override
    public @Nullable Object setting(String key) {
        return site.setting(key);
    }

    /**
     * The redirects that tell this audience nothing it may not know: those of its own pages, and of them none to an entry that it can't
     * see. Where several are at one path, the narrowest counts, as with pages.
     */
    public List<Redirect> redirects() {
        Map<String, Redirect> redirects = new TreeMap<>();
        site.redirects().stream()
                .filter(stored -> audience.mayRead(stored.audience()) && !byPath.containsKey(stored.from()))
                .sorted(Comparator.comparingInt(
                        stored -> Audience.of(stored.audience()).narrowness()))
                .forEach(stored -> {
                    int status = stored.rule().get("status") instanceof Number number ? number.intValue() : 308;
                    target(stored.rule(), status)
                            .ifPresent(to -> redirects.put(stored.from(), new Redirect(stored.from(), to, status)));
                });
        return List.copyOf(redirects.values());
    }

    private Optional<String> target(Map<?, ?> redirect, int status) {
        if (status == 410) {
            return Optional.of("");
        }
        if (redirect.get("entry") instanceof String id) {
            Object locale = redirect.get("locale");
            List<String> locales = locale == null ? site.locales() : List.of(String.valueOf(locale));
            return locales.stream()
                    .flatMap(one -> entry(id, one).stream())
                    .filter(Entry::hasPage)
                    .map(Entry::path)
                    .findFirst();
        }
        return Optional.ofNullable(redirect.get("to")).map(String::valueOf).filter(this::mayName);
    }

    private boolean mayName(String path) {
        return byPath.containsKey(path) || !site.isTaken(path);
    }

    /** All entries of the query's locale and types. */
    private Collection<Entry> candidates(EntryQuery query) {
        if (query.types().isEmpty()) {
            return byType.getOrDefault(query.locale(), Map.of()).values();
        }
        return query.types().stream()
                .distinct()
                .flatMap(type -> byType.getOrDefault(query.locale() + " " + type, Map.of()).values().stream())
                .toList();
    }
}
