package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.source.AssetFile;
import org.jspecify.annotations.Nullable;

/** What one audience sees of a site, with the indexes that make finding cheap. Immutable; shared by all threads. */
public final class SiteView implements Reads {
    private final Site site;
    private final Audience audience;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, Entry> byPath = new TreeMap<>();
    private final Map<String, List<Entry>> byType = new TreeMap<>();
    private final Map<String, List<Entry>> byLocale = new TreeMap<>();
    private final Map<String, List<Entry>> referring = new HashMap<>();
    private final Map<String, List<Entry>> children = new HashMap<>();
    private final Map<String, List<Entry>> translations = new HashMap<>();
    private final Map<String, AssetFile> assets = new HashMap<>();
    private final EntryIndexes indexes = new EntryIndexes(this::candidates);

    private SiteView(Site site, Audience audience) {
        this.site = site;
        this.audience = audience;
    }

    public static SiteView of(Site site, Audience audience) {
        SiteView view = new SiteView(site, audience);
        site.entries().stream()
                .filter(entry -> audience.mayRead(entry.audience()))
                .sorted(EntryQuery.order("publishedAt", true))
                .forEach(view::add);
        view.translations
                .values()
                .forEach(list -> list.sort((a, b) -> Integer.compare(
                        site.locales().indexOf(a.locale()), site.locales().indexOf(b.locale()))));
        return view;
    }

    private void add(Entry entry) {
        byKey.put(entry.locale() + " " + entry.id(), entry);
        assets.putAll(entry.assets());
        if (entry.hasPage()) {
            byPath.merge(entry.path(), entry, SiteView::narrower);
            translations.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry);
        }
        byType.computeIfAbsent(entry.locale() + " " + entry.type(), key -> new ArrayList<>())
                .add(entry);
        byLocale.computeIfAbsent(entry.locale(), key -> new ArrayList<>()).add(entry);
        if (entry.parent() != null) {
            children.computeIfAbsent(entry.locale() + " " + entry.parent(), key -> new ArrayList<>())
                    .add(entry);
        }
        for (String target : entry.references()) {
            referring
                    .computeIfAbsent(entry.locale() + " " + target, key -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** Colleagues who have a page of their own at a path see that one, not the one for everyone. */
    private static Entry narrower(Entry one, Entry other) {
        return Audience.of(other.audience()).ordinal()
                        > Audience.of(one.audience()).ordinal()
                ? other
                : one;
    }

    public Audience audience() {
        return audience;
    }

    /** Every entry with a page, ordered by path. */
    public Collection<Entry> pages() {
        return byPath.values();
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
        return Optional.ofNullable(byPath.get(path));
    }

    @Override
    public List<Entry> translations(String id) {
        return translations.getOrDefault(id, List.of());
    }

    @Override
    public List<Entry> window(EntryQuery query) {
        if (query.refersTo() != null) {
            return EntryIndexes.few(query, referring.getOrDefault(query.locale() + " " + query.refersTo(), List.of()));
        }
        if (query.parent() != null) {
            return EntryIndexes.few(query, children.getOrDefault(query.locale() + " " + query.parent(), List.of()));
        }
        return indexes.window(query);
    }

    @Override
    public Optional<AssetFile> asset(String id) {
        return Optional.ofNullable(assets.get(id));
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
                        stored -> Audience.of(stored.audience()).ordinal()))
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
        return byPath.containsKey(path)
                || site.entries().stream().noneMatch(entry -> entry.path().equals(path));
    }

    /** All entries of the query's locale and types, newest first. */
    private List<Entry> candidates(EntryQuery query) {
        if (query.types().isEmpty()) {
            return byLocale.getOrDefault(query.locale(), List.of());
        }
        return query.types().stream()
                .distinct()
                .flatMap(type -> byType.getOrDefault(query.locale() + " " + type, List.of()).stream())
                .toList();
    }
}
