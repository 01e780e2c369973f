package nl.plein.site.trial;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.ChangePage;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeFile;
import tools.jackson.databind.JsonNode;

/** A small site in two languages with an entry for every template of a theme and a block for every block. */
final class SampleSite implements Source {
    private static final long VERSION = 1;
    private static final String MADE_AT = "2026-03-10T09:00:00Z";
    private static final String PICTURE = id(900);
    private static final String TAG = id(901);
    private static final String PERSON = id(902);

    /** One grey pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static final Set<String> NO_TYPES =
            Set.of("404", "410", "home", "layout", "list", "search", "entry", "component-page");

    private final Theme theme;
    private final List<Map<String, Object>> items = new ArrayList<>();

    SampleSite(Theme theme) {
        this.theme = theme;
        part(
                "setting",
                "site",
                Map.of(
                        "name", Map.of("nl", "Voorbeeld & Co", "en", "Sample & Co"),
                        "description", Map.of("nl", "Een klein plein", "en", "A small square"),
                        "locales", List.of("nl", "en"),
                        "timeZone", "Europe/Amsterdam",
                        "audiences", List.of("everyone")));
        part("setting", "siteDay", "2026-03-10");
        part("setting", "alert", Map.of("nl", "<p>Let op: <strong>dicht</strong></p>", "level", "warning"));
        part("setting", "forms", Map.of("contact", true, "useful", true));
        List<Map<String, Object>> menu = List.of(
                Map.of("label", "Nieuws", "href", "/nieuws"),
                Map.of("label", "Elders", "href", "https://example.org/"));
        part("menu", "main.nl", Map.of("items", menu));
        part("menu", "main.en", Map.of("items", menu));
        part("theme", "theme", Map.of("name", theme.name()));
        List<Map<String, Object>> blocks = blocks(theme);
        int number = 0;
        for (String type : types(theme)) {
            entry(type, ++number, "nl", blocks);
            entry(type, number, "en", blocks);
        }
    }

    private static Set<String> types(Theme theme) {
        Set<String> types = new TreeSet<>(Set.of("page", "news", "tag", "person"));
        for (ThemeFile file : theme.under("templates")) {
            String name = file.path().substring("templates/".length()).replaceFirst("(\\.card)?\\.html$", "");
            if (name.matches("[a-z][a-z0-9-]*") && !NO_TYPES.contains(name)) {
                types.add(name);
            }
        }
        return types;
    }

    private static List<Map<String, Object>> blocks(Theme theme) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (ThemeFile file : theme.under("templates/blocks")) {
            String type = file.path().replaceFirst("^templates/blocks/", "").replaceFirst("\\.html$", "");
            blocks.add(Map.of(
                    "id",
                    "b" + blocks.size(),
                    "type",
                    type,
                    "fields",
                    Map.of("title", "Een blok", "text", "Met woorden")));
        }
        return blocks;
    }

    private void entry(String type, int number, String locale, List<Map<String, Object>> blocks) {
        String id = type.equals("tag") ? TAG : type.equals("person") ? PERSON : id(number);
        String title = (locale.equals("nl") ? "Stuk over " : "Piece on ") + type;
        String path = (locale.equals("nl") ? "/" : "/en/") + type + "-" + number;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("lead", "Een inleiding van een zin.");
        fields.put("summary", "In het kort.");
        fields.put(
                "body",
                "<p>Tekst met een <a data-entry=\"" + PERSON + "\">verwijzing</a>.</p><h2>Kop</h2><p>Meer.</p>");
        fields.put("date", "2026-03-0" + (1 + number % 9));
        fields.put("image", Map.of("asset", PICTURE, "alt", "Een plein"));
        fields.put("tags", List.of(Map.of("entry", TAG)));
        fields.put("author", Map.of("entry", PERSON));
        fields.put("blocks", blocks);
        theme.manifest().sample(type).forEach((key, value) -> {
            if (value != null) {
                fields.put(key, value);
            }
        });
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("type", type);
        entry.put("title", title);
        entry.put("publishedAt", MADE_AT);
        entry.put("updatedAt", MADE_AT);
        entry.put("fields", fields);
        entry.put("assets", Map.of(PICTURE, picture()));
        items.add(Map.of(
                "kind", "entry", "locale", locale, "audience", "everyone", "path", path, "id", id, "entry", entry));
    }

    private static Map<String, Object> picture() {
        return Map.of(
                "file",
                "plein.png",
                "mediaType",
                "image/png",
                "size",
                PIXEL.length,
                "width",
                1,
                "height",
                1,
                "sha256",
                Hashes.sha256(PIXEL));
    }

    private void part(String kind, String key, Object value) {
        items.add(Map.of("kind", kind, "key", key, "audience", "everyone", "value", value));
    }

    private static String id(int number) {
        return String.format(java.util.Locale.ROOT, "00000000-0000-7000-8000-%012d", number);
    }

    @Override
    public String origin() {
        return "sample";
    }

    @Override
    public JsonNode site() {
        return Json.parse(
                Json.write(Map.of(
                        "id",
                        "sample",
                        "name",
                        "Sample",
                        "agency",
                        Map.of("id", "town", "name", "Town"),
                        "version",
                        VERSION,
                        "madeAt",
                        MADE_AT,
                        "canonicalHost",
                        "sample.example",
                        "hosts",
                        List.of("sample.example"),
                        "locales",
                        List.of("nl", "en"),
                        "timeZone",
                        "Europe/Amsterdam",
                        "siteDay",
                        "2026-03-10")),
                "the sample site");
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        return ChangePage.of(Json.parse(
                Json.write(Map.of(
                        "after",
                        0,
                        "until",
                        VERSION,
                        "untilMadeAt",
                        MADE_AT,
                        "complete",
                        true,
                        "items",
                        items,
                        "page",
                        Map.of())),
                "the sample site"));
    }

    @Override
    public InputStream asset(AssetFile asset) {
        return new ByteArrayInputStream(PIXEL);
    }
}
