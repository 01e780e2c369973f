package nl.plein.site.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryChange;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.model.SiteView;
import org.jspecify.annotations.Nullable;

/** All lists of a tree. At one path, the first rule's list counts. */
final class Listings {
    private final SiteView view;
    private final LocalePaths paths;
    private final Territory territory;
    private final List<ListRule> rules;
    private final Map<String, Words> words;
    private final Map<String, Listing> byName = new HashMap<>();
    private final Map<String, TreeMap<String, Listing>> byPath = new LinkedHashMap<>();
    private final Map<String, ListState> states = new HashMap<>();

    Listings(SiteView view, LocalePaths paths, Territory territory, List<ListRule> rules, Map<String, Words> words) {
        this.view = view;
        this.paths = paths;
        this.territory = territory;
        this.rules = rules;
        this.words = words;
        for (int i = 0; i < rules.size(); i++) {
            for (String locale : view.site().locales()) {
                if (rules.get(i).on().isEmpty()) {
                    own(i, locale);
                } else {
                    for (Entry host :
                            view.window(EntryQuery.newest(locale, rules.get(i).on()))) {
                        hang(i, host);
                    }
                }
            }
        }
    }

    Optional<Listing> at(String path) {
        return byPath.getOrDefault(path, new TreeMap<>()).values().stream()
                .filter(Listing::isShown)
                .findFirst();
    }

    /** Those that are shown. */
    Collection<Listing> all() {
        return byPath.keySet().stream().flatMap(path -> at(path).stream()).toList();
    }

    /** The list of this key that has a path of its own, if it is shown. */
    Optional<Listing> own(String key, String locale) {
        for (int i = 0; i < rules.size(); i++) {
            Listing list = byName.get(name(i, locale, ""));
            if (list != null && list.key().equals(key) && at(list.path()).orElse(null) == list) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** From now on {@link #follow} can tell what changed. */
    void remember() {
        byPath.keySet().forEach(path -> states.put(path, ListState.of(at(path).orElse(null))));
    }

    /** After the view has followed. */
    ListChanges follow(Collection<EntryChange> changes) {
        Set<String> touched = new HashSet<>();
        ListChanges found = new ListChanges();
        for (EntryChange change : changes) {
            hosts(change, touched, found.lists());
        }
        for (EntryChange change : changes) {
            each(change.before(), (list, entry) -> {
                list.remove(entry);
                touched.add(list.path());
                found.lists().add(list.path());
            });
        }
        for (EntryChange change : changes) {
            each(change.after(), (list, entry) -> {
                list.put(entry);
                touched.add(list.path());
                found.lists().add(list.path());
            });
        }
        for (String path : touched) {
            ListState now = ListState.of(at(path).orElse(null));
            ListState was = states.getOrDefault(path, ListState.NONE);
            found.compare(path, was, now);
            if (byPath.containsKey(path)) {
                states.put(path, now);
            } else {
                states.remove(path);
            }
        }
        return found;
    }

    /** Lists hang where their hosts are, and are called as they are; a list of its own gets or loses the entry at its path. */
    private void hosts(EntryChange change, Set<String> touched, Set<String> lists) {
        Entry before = change.before();
        Entry after = change.after();
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(Entry::path)
                .filter(byPath::containsKey)
                .forEach(path -> {
                    touched.add(path);
                    lists.add(path);
                });
        for (int i = 0; i < rules.size(); i++) {
            Entry old = hostOf(i, before);
            Entry now = hostOf(i, after);
            if (old != null && now != null && old.path().equals(now.path())) {
                continue;
            }
            if (old != null) {
                take(i, old);
                touched.add(old.path());
            }
            if (now != null) {
                hang(i, now);
                touched.add(now.path());
            }
        }
    }

    private @Nullable Entry hostOf(int rule, @Nullable Entry entry) {
        return entry != null && entry.hasPage() && rules.get(rule).on().contains(entry.type()) ? entry : null;
    }

    /** The lists that an entry is in. */
    private void each(@Nullable Entry entry, BiConsumer<Listing, Entry> taker) {
        if (entry == null || !entry.hasPage() || !territory.lists(entry)) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ListRule rule = rules.get(i);
            if (!rule.types().isEmpty() && !rule.types().contains(entry.type())) {
                continue;
            }
            if (rule.on().isEmpty()) {
                names.add(name(i, entry.locale(), ""));
            } else {
                for (String id : entry.references()) {
                    names.add(name(i, entry.locale(), id));
                }
            }
        }
        for (String name : names) {
            Listing list = byName.get(name);
            if (list != null) {
                taker.accept(list, entry);
            }
        }
    }

    private void own(int rule, String locale) {
        String bare = rules.get(rule).path().get(locale);
        if (bare == null) {
            return;
        }
        ListRule own = rules.get(rule);
        Words said = words.get(locale);
        String fallback = said == null ? own.key() : said.textOr("list." + own.key(), own.key());
        EntryQuery query = EntryQuery.newest(locale, own.types()).by(own.order(), true);
        put(
                rule,
                new Listing(
                        view,
                        own,
                        locale,
                        paths.in(locale, bare),
                        null,
                        own.title().getOrDefault(locale, fallback),
                        items(query)),
                "");
    }

    private void hang(int rule, Entry host) {
        if (!host.hasPage()) {
            return;
        }
        ListRule hanging = rules.get(rule);
        EntryQuery query = EntryQuery.newest(host.locale(), hanging.types())
                .referringTo(host.id())
                .by(hanging.order(), true);
        put(
                rule,
                new Listing(view, hanging, host.locale(), host.path(), host.id(), hanging.key(), items(query)),
                host.id());
    }

    private void put(int rule, Listing list, String host) {
        byName.put(name(rule, list.locale(), host), list);
        byPath.computeIfAbsent(list.path(), path -> new TreeMap<>()).put(rank(rule, host), list);
    }

    private void take(int rule, Entry host) {
        Listing gone = byName.remove(name(rule, host.locale(), host.id()));
        if (gone != null) {
            byPath.computeIfPresent(gone.path(), (path, lists) -> {
                lists.remove(rank(rule, host.id()), gone);
                return lists.isEmpty() ? null : lists;
            });
        }
    }

    private List<Entry> items(EntryQuery query) {
        return view.window(query).stream()
                .filter(entry -> entry.hasPage() && territory.lists(entry))
                .toList();
    }

    /** Lists at one path are tried in the order of the rules. */
    private static String rank(int rule, String host) {
        return String.format("%04d %s", rule, host);
    }

    private static String name(int rule, String locale, String host) {
        return rule + " " + locale + " " + host;
    }
}
