package nl.plein.site.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Json;
import org.jspecify.annotations.Nullable;

/** A whole site at one version, read from a copy: what it is called, its parts, and all entries of all audiences. */
public final class Site {
    private final long version;
    private final Map<String, @Nullable Object> answer;
    private final Map<String, Map<String, @Nullable Object>> parts = new LinkedHashMap<>();
    private final List<StoredRedirect> redirects = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private Site(long version, Map<String, @Nullable Object> answer) {
        this.version = version;
        this.answer = answer;
    }

    public static Site of(SiteCopy copy) {
        Site site = new Site(copy.version(), Json.members(copy.site().orElse(null)));
        for (String kind : List.of("menu", "setting", "theme")) {
            Map<String, @Nullable Object> found = new LinkedHashMap<>();
            copy.parts(kind, (key, audience, value) -> found.put(key, Json.plain(value)));
            site.parts.put(kind, found);
        }
        copy.parts(
                "redirect",
                (from, audience, value) -> site.redirects.add(new StoredRedirect(from, audience, Json.members(value))));
        copy.entries((place, json) -> site.entries.add(Entry.of(place, json)));
        return site;
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

    /** The trees that this site has, widest first. */
    public List<Audience> audiences() {
        List<Audience> audiences = new ArrayList<>();
        if (about("audiences") instanceof List<?> list) {
            list.forEach(key -> audiences.add(Audience.of(String.valueOf(key))));
        }
        return audiences.isEmpty() ? List.of(Audience.EVERYONE) : List.copyOf(audiences);
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

    /** @param rule {@code to}, or {@code entry} and {@code locale}; and {@code status} */
    record StoredRedirect(String from, String audience, Map<String, @Nullable Object> rule) {}

    List<StoredRedirect> redirects() {
        return redirects;
    }

    List<Entry> entries() {
        return entries;
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
