package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what changed, so that an entry which left one place and came to another is one change. */
final class SiteChanges {
    private final Map<String, Entry> before = new LinkedHashMap<>();
    private final Map<String, Entry> after = new LinkedHashMap<>();
    private final Set<String> menus = new HashSet<>();
    private final Set<String> settings = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private boolean redirects;

    void before(@Nullable Entry entry) {
        if (entry != null) {
            before.putIfAbsent(key(entry), entry);
        }
    }

    void after(Entry entry) {
        after.put(key(entry), entry);
    }

    void part(String kind, String key) {
        switch (kind) {
            case "menu" -> menus.add(key);
            case "setting" -> settings.add(key);
            case "redirect" -> redirects = true;
            case "group" -> groups.add(key);
            default -> {
                // the theme: judged by what the site wears before and after
            }
        }
    }

    /** @param ofAll settings whose change makes everything again */
    SiteChange change(boolean whole, Collection<String> ofAll) {
        Set<String> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<EntryChange> entries = new ArrayList<>();
        keys.stream().sorted().forEach(key -> entries.add(new EntryChange(before.get(key), after.get(key))));
        return new SiteChange(
                whole || ofAll.stream().anyMatch(settings::contains), entries, menus, settings, groups, redirects);
    }

    private static String key(Entry entry) {
        return entry.locale() + " " + entry.id();
    }
}
