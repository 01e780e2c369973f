package nl.plein.site.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.model.Reads;
import nl.plein.site.model.SiteView;
import org.jspecify.annotations.Nullable;

/** All lists of a tree, by path. */
final class Listings {
    private final Map<String, Listing> byPath = new LinkedHashMap<>();
    private final SiteView view;
    private final LocalePaths paths;

    Listings(SiteView view, LocalePaths paths, List<ListRule> rules, Map<String, Words> words) {
        this.view = view;
        this.paths = paths;
        for (ListRule rule : rules) {
            for (String locale : view.site().locales()) {
                if (rule.on().isEmpty()) {
                    own(rule, locale, words.get(locale));
                } else {
                    hanging(rule, locale);
                }
            }
        }
    }

    Optional<Listing> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Collection<Listing> all() {
        return byPath.values();
    }

    private void own(ListRule rule, String locale, @Nullable Words words) {
        String bare = rule.path().get(locale);
        if (bare == null) {
            return;
        }
        String path = paths.in(locale, bare);
        Optional<Entry> host = view.at(path);
        List<Entry> items = items(view, EntryQuery.newest(locale, rule.types()).by(rule.order(), true));
        if (items.isEmpty() && host.isEmpty()) {
            return;
        }
        String fallback = words == null ? rule.key() : words.textOr("list." + rule.key(), rule.key());
        String title = host.map(Entry::title).orElse(rule.title().getOrDefault(locale, fallback));
        byPath.putIfAbsent(path, new Listing(rule.key(), locale, path, title, host, items, rule.feed()));
    }

    private void hanging(ListRule rule, String locale) {
        List<Entry> hosts = new ArrayList<>(view.window(EntryQuery.newest(locale, rule.on())));
        for (Entry host : hosts) {
            if (host.hasPage()) {
                EntryQuery query = EntryQuery.newest(locale, rule.types())
                        .referringTo(host.id())
                        .by(rule.order(), true);
                byPath.putIfAbsent(
                        host.path(),
                        new Listing(
                                rule.key(),
                                locale,
                                host.path(),
                                host.title(),
                                Optional.of(host),
                                items(view, query),
                                rule.feed()));
            }
        }
    }

    private static List<Entry> items(Reads reads, EntryQuery query) {
        return reads.window(query).stream().filter(Entry::hasPage).toList();
    }
}
