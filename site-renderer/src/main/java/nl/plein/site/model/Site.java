package nl.plein.site.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A whole site at one version, read from a copy: what it is called, its parts, and all entries of all audiences. It follows the copy from
 * version to version.
 */
public final class Site {
    /** What differs between versions, or has a part of its own. */
    private static final List<String> BESIDE =
            List.of("version", "madeAt", "siteDay", "menus", "settings", "theme", "groups");

    /** Settings that any page may show, or that decide which pages there are. */
    private static final List<String> OF_ALL = List.of("site", "lists");

    private long version;
    private Map<String, @Nullable Object> answer = Map.of();
    private final Map<String, Map<String, @Nullable Object>> parts = new LinkedHashMap<>();
    private final Map<String, StoredRedirect> redirects = new TreeMap<>();
    private final Map<Place, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Memo> memos = new ConcurrentHashMap<>();

    private Site() {
        List.of("menu", "setting", "theme", "group").forEach(kind -> parts.put(kind, new LinkedHashMap<>()));
    }

    public static Site of(SiteCopy copy) {
        Site site = new Site();
        site.moveTo(copy);
        for (String kind : site.parts.keySet()) {
            copy.parts(kind, (key, audience, value) -> site.put(kind, key, Json.plain(value)));
        }
        copy.parts("redirect", (from, audience, value) -> site.redirect(from, audience, value));
        copy.entries(Placed::of, placed -> site.put(placed.place(), placed.entry()));
        return site;
    }

    private record Placed(Place place, Entry entry) {
        static Placed of(Place place, JsonNode json) {
            return new Placed(place, Entry.of(place, json));
        }
    }

    /**
     * Follows the copy to its version.
     *
     * @param changes by which the copy came there from this site's version
     */
    public SiteChange follow(SiteCopy copy, List<Change> changes) {
        Map<String, @Nullable Object> was = own();
        Map<String, @Nullable Object> wore = theme();
        String day = day();
        SiteChanges seen = new SiteChanges();
        for (Change change : changes) {
            if (change instanceof Change.EntryGone gone) {
                seen.before(remove(gone.place()));
            } else if (change instanceof Change.Purge purge) {
                entries.keySet().stream()
                        .filter(place -> place.id().equals(purge.id()))
                        .toList()
                        .forEach(place -> seen.before(remove(place)));
            } else if (change instanceof Change.PartGone part) {
                seen.part(part.kind(), part.key());
                part(part.kind(), part.key(), part.audience(), null);
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.EntryThere there) {
                seen.before(remove(there.place()));
                Entry entry = Entry.of(there.place(), there.entry());
                put(there.place(), entry);
                seen.after(entry);
            } else if (change instanceof Change.PartThere part) {
                seen.part(part.kind(), part.key());
                part(part.kind(), part.key(), part.audience(), part.value());
            }
        }
        moveTo(copy);
        if (!day.equals(day())) {
            seen.part("setting", "siteDay");
        }
        return seen.change(!was.equals(own()) || !wore.equals(theme()), OF_ALL);
    }

    private void moveTo(SiteCopy copy) {
        version = copy.version();
        answer = Json.members(copy.site().orElse(null));
    }

    /** What the source says of the site itself. */
    private Map<String, @Nullable Object> own() {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(answer);
        own.keySet().removeAll(BESIDE);
        return own;
    }

    private void part(String kind, String key, String audience, @Nullable JsonNode value) {
        if (!kind.equals("redirect")) {
            if (value == null) {
                parts.getOrDefault(kind, new LinkedHashMap<>()).remove(key);
            } else {
                put(kind, key, Json.plain(value));
            }
        } else if (value == null) {
            redirects.remove(from(key, audience));
        } else {
            redirect(key, audience, value);
        }
    }

    private void put(String kind, String key, @Nullable Object value) {
        parts.computeIfAbsent(kind, name -> new LinkedHashMap<>()).put(key, value);
    }

    private void redirect(String from, String audience, JsonNode value) {
        redirects.put(from(from, audience), new StoredRedirect(from, audience, Json.members(value)));
    }

    private static String from(String from, String audience) {
        return from + "\0" + audience;
    }

    private void put(Place place, Entry entry) {
        entries.put(place, entry);
        if (entry.hasPage()) {
            taken.merge(entry.path(), 1, Integer::sum);
        }
    }

    private @Nullable Entry remove(Place place) {
        Entry gone = entries.remove(place);
        if (gone != null) {
            memos.remove(gone.locale() + " " + gone.id());
        }
        if (gone != null && gone.hasPage()) {
            taken.computeIfPresent(gone.path(), (path, count) -> count == 1 ? null : count - 1);
        }
        return gone;
    }

    public long version() {
        return version;
    }

    public String id() {
        return text(answer.get("id"), "site");
    }

    public String agency() {
        return answer.get("agency") instanceof Map<?, ?> agency ? text(agency.get("name"), "") : "";
    }

    /** In the order of the language switch; the first is the default and lives at "/". */
    public List<String> locales() {
        List<String> locales = new ArrayList<>();
        if (about("locales") instanceof List<?> list) {
            list.forEach(locale -> locales.add(String.valueOf(locale)));
        }
        return locales.isEmpty() ? List.of("nl") : List.copyOf(locales);
    }

    /** The trees that this site has: widest first, then those of groups. */
    public List<Audience> audiences() {
        List<Audience> audiences = new ArrayList<>();
        if (about("audiences") instanceof List<?> list) {
            list.forEach(key -> audiences.add(Audience.of(String.valueOf(key))));
        }
        if (audiences.isEmpty()) {
            audiences.add(Audience.EVERYONE);
        }
        parts.getOrDefault("group", Map.of()).keySet().stream()
                .sorted()
                .map(Audience::ofGroup)
                .forEach(audiences::add);
        return List.copyOf(audiences);
    }

    public String host() {
        return text(about("canonicalHost"), "");
    }

    public String timeZone() {
        return text(about("timeZone"), "Europe/Amsterdam");
    }

    /** The only "today" there is, as 2026-11-22. */
    public String day() {
        Object day = setting("siteDay");
        return text(day == null ? answer.get("siteDay") : day, "1970-01-01");
    }

    /** Never empty: a site without a name is called by its id. */
    public String name(String locale) {
        String name = inLocale(about("name"), locale);
        return name.isBlank() ? id() : name;
    }

    public String description(String locale) {
        return inLocale(about("description"), locale);
    }

    public boolean indexable() {
        return !Boolean.FALSE.equals(about("indexable"));
    }

    /** A member of the setting "site"; what that does not say, the source's answer says. */
    public @Nullable Object about(String member) {
        if (setting("site") instanceof Map<?, ?> about && about.get(member) != null) {
            return about.get(member);
        }
        return answer.get(member);
    }

    public @Nullable Object setting(String key) {
        return part("setting", key);
    }

    public @Nullable Object menu(String name, String locale) {
        return part("menu", name + "." + locale);
    }

    /** Name, hash, settings and tokens of the theme that the site has chosen; empty when it has chosen none. */
    public Map<String, @Nullable Object> theme() {
        Map<String, @Nullable Object> theme = new LinkedHashMap<>();
        Object chosen = part("theme", "theme");
        if ((chosen == null ? answer.get("theme") : chosen) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> theme.put(String.valueOf(key), value));
        }
        return theme;
    }

    /** @throws Trouble if it is a group that the source says nothing of */
    public void refuseUnknown(Audience audience) {
        if (audience.isGroup() && slugOf(audience).isEmpty()) {
            throw new Trouble("This site has no group '" + audience.groupId()
                    + "', or not for whom you read it as: ask with the token of a member.");
        }
    }

    /** The last part of the paths of a group's front pages. */
    public String slugOf(Audience group) {
        return part("group", group.groupId()) instanceof Map<?, ?> known ? text(known.get("slug"), "") : "";
    }

    public String titleOf(Audience group, String locale) {
        return part("group", group.groupId()) instanceof Map<?, ?> known ? inLocale(known.get("title"), locale) : "";
    }

    /** The name of the theme that the site has chosen; the plain one if it has chosen none. Reads nothing else. */
    public static String themeName(SiteCopy copy) {
        Site parts = new Site();
        parts.moveTo(copy);
        copy.parts("theme", (key, audience, value) -> parts.put("theme", key, Json.plain(value)));
        return text(parts.theme().get("name"), "base");
    }

    /** @param rule {@code to}, or {@code entry} and {@code locale}; and {@code status} */
    record StoredRedirect(String from, String audience, Map<String, @Nullable Object> rule) {}

    private record Memo(Entry entry, String text) {}

    /** What somebody makes of an entry again and again: made once for each that there is, for all trees. */
    public String memo(Entry entry, Function<Entry, String> maker) {
        String key = entry.locale() + " " + entry.id();
        Memo known = memos.get(key);
        if (known == null || known.entry() != entry) {
            known = new Memo(entry, maker.apply(entry));
            memos.put(key, known);
        }
        return known.text();
    }

    Collection<StoredRedirect> redirects() {
        return redirects.values();
    }

    /** Entries of all audiences. */
    public int size() {
        return entries.size();
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    /** Whether an entry of any audience has its page there. */
    boolean isTaken(String path) {
        return taken.containsKey(path);
    }

    /** @param value a text for all locales, or a map of them */
    public String inLocale(@Nullable Object value, String locale) {
        if (value instanceof Map<?, ?> map) {
            Object own = map.get(locale);
            return text(own == null ? map.get(locales().get(0)) : own, "");
        }
        return text(value, "");
    }

    private @Nullable Object part(String kind, String key) {
        return parts.getOrDefault(kind, Map.of()).get(key);
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : String.valueOf(value);
    }
}
