package nl.plein.site.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;

/** What theme.json says, merged along the chain: members by key, but a child's lists, search and regions replace the parent's. */
public final class Manifest {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final List<String> MERGED = List.of("types", "images", "calendars", "samples");

    private final Map<String, @Nullable Object> json;

    private Manifest(Map<String, @Nullable Object> json) {
        this.json = json;
    }

    static Manifest of(Map<String, byte[]> files) {
        byte[] bytes = files.get("theme.json");
        if (bytes == null) {
            throw new Trouble("A theme needs a theme.json with at least a name.");
        }
        Manifest manifest = new Manifest(Json.members(Json.parse(bytes, "theme.json")));
        if (!NAME.matcher(manifest.name()).matches()) {
            throw new Trouble("theme.json: the name must be lower-case letters, digits and hyphens, not '"
                    + manifest.name() + "'.");
        }
        return manifest;
    }

    static Manifest merged(List<Manifest> chain) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        for (Manifest manifest : chain) {
            settings.putAll(map(map(manifest.json.get("settings")).get("properties")));
            manifest.json.forEach((key, value) -> {
                if (MERGED.contains(key)) {
                    Map<String, @Nullable Object> both = new LinkedHashMap<>(map(merged.get(key)));
                    both.putAll(map(value));
                    merged.put(key, both);
                } else {
                    merged.put(key, value);
                }
            });
        }
        merged.put("settings", Map.of("properties", settings));
        return new Manifest(merged);
    }

    public String name() {
        return String.valueOf(json.get("name"));
    }

    /** As the theme maker numbers it; "" if not. */
    public String version() {
        return json.get("version") instanceof String version ? version : "";
    }

    /** What the theme is for, in its maker's words; "" if they say nothing. */
    public String description() {
        return json.get("description") instanceof String description ? description : "";
    }

    /** What a site may choose: by name a JSON Schema. */
    public Map<String, @Nullable Object> choices() {
        return map(map(json.get("settings")).get("properties"));
    }

    Optional<String> parent() {
        return Optional.ofNullable(json.get("extends")).map(String::valueOf);
    }

    /** The settings' defaults with a site's own values over them; values of settings that the theme does not have are left out. */
    public Map<String, @Nullable Object> settings(Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        choices().forEach((key, schema) -> {
            Object value = own.get(key);
            settings.put(key, value == null ? map(schema).get("default") : value);
        });
        return settings;
    }

    /** The fields that an entry or block of this type may have, if the theme says so; empty if it does not. */
    public Optional<Set<String>> fieldsOf(String type) {
        Object declared = map(json.get("types")).get(type);
        if (!(declared instanceof Map<?, ?> map) || !(map.get("fields") instanceof List<?> fields)) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        fields.forEach(field -> names.add(String.valueOf(field)));
        return Optional.of(names);
    }

    /** Members of {@code images}: a name to width and perhaps ratio. */
    public Map<String, @Nullable Object> image(String name) {
        return map(map(json.get("images")).get(name));
    }

    /** The fields of an event in which it stands when it begins, when it ends (may be missing) and where it is. */
    public record Calendar(String start, String end, String place) {}

    /** Where an entry of this type says when and where it is; empty if the theme does not call it an event. */
    public Optional<Calendar> calendar(String type) {
        Object declared = map(json.get("calendars")).get(type);
        if (!(declared instanceof Map<?, ?>)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> fields = map(declared);
        return Optional.of(new Calendar(
                String.valueOf(fields.getOrDefault("start", "start")),
                String.valueOf(fields.getOrDefault("end", "end")),
                String.valueOf(fields.getOrDefault("place", "location"))));
    }

    /** Fields of an entry of this type that a trial of the theme is to have: words that its templates look up, numbers they need. */
    public Map<String, @Nullable Object> sample(String type) {
        return map(map(json.get("samples")).get(type));
    }

    /** The array {@code lists}, as it is. */
    public List<?> lists() {
        return json.get("lists") instanceof List<?> lists ? lists : List.of();
    }

    public Optional<String> searchPath(String locale) {
        return Optional.ofNullable(map(map(json.get("search")).get("path")).get(locale))
                .map(String::valueOf);
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
        }
        return members;
    }
}
