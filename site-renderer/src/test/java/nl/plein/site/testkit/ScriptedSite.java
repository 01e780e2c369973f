package nl.plein.site.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.ChangePage;
import nl.plein.site.source.Source;
import tools.jackson.databind.JsonNode;

/** A site in memory that keeps all its versions and answers with the net difference, as the server's feed does, in pages as small as wished. */
public final class ScriptedSite implements Source {
    private static final Pattern ASSET = Pattern.compile("asset[0-9]+");
    private static final String NOTHING = Hashes.sha256("");

    private final List<Map<String, Map<String, Object>>> versions = new ArrayList<>();
    private final Map<Long, List<String>> purges = new TreeMap<>();
    private final List<String> madeAt = new ArrayList<>(List.of("never"));
    private final Map<String, byte[]> uploads = new LinkedHashMap<>();
    private final Map<String, Object> described = new LinkedHashMap<>();
    private int restores;
    private int pageSize = 100;
    private int answersLeft = Integer.MAX_VALUE;

    public ScriptedSite() {
        versions.add(new LinkedHashMap<>());
    }

    /** The process was killed, as far as a test can do that: in the middle of a call. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public ScriptedSite inPagesOf(int size) {
        pageSize = size;
        return this;
    }

    /** Kills the reader at one of the next answers. */
    public void killAfter(int answers) {
        answersLeft = answers;
    }

    public long version() {
        return versions.size() - 1L;
    }

    /** Begins a new version that is like the last. */
    public ScriptedSite next() {
        versions.add(new LinkedHashMap<>(versions.get(versions.size() - 1)));
        madeAt.add("moment " + restores + "/" + version());
        return this;
    }

    /** From here on, versions are made at other moments than they were before. */
    public ScriptedSite restored() {
        restores++;
        return this;
    }

    public String madeAt(long version) {
        return madeAt.get((int) version);
    }

    public ScriptedSite entry(String id, String type, String path, Map<String, Object> fields) {
        return entry(id, type, "nl", "everyone", path, fields);
    }

    public ScriptedSite entry(
            String id, String type, String locale, String audience, String path, Map<String, Object> fields) {
        String day = String.valueOf(fields.getOrDefault("date", "2026-01-01"));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("type", type);
        entry.put("title", fields.getOrDefault("title", id));
        entry.put("publishedAt", day + "T09:00:00Z");
        entry.put("updatedAt", day + "T09:00:00Z");
        entry.put("fields", fields);
        if (fields.get("_parent") != null) {
            entry.put("parent", fields.get("_parent"));
        }
        Map<String, Object> assets = assets(String.valueOf(fields));
        assets.putAll(described);
        entry.put("assets", assets);
        Map<String, Object> item = place(locale, audience, path, id);
        item.put("entry", entry);
        newest().put("entry " + locale + " " + audience + " " + path + " " + id, item);
        return this;
    }

    /** Every asset is an empty picture. */
    private static Map<String, Object> assets(String fields) {
        Map<String, Object> assets = new LinkedHashMap<>();
        Matcher named = ASSET.matcher(fields);
        while (named.find()) {
            assets.put(
                    named.group(),
                    Map.of(
                            "file",
                            named.group() + ".png",
                            "mediaType",
                            "image/png",
                            "sha256",
                            NOTHING,
                            "width",
                            8,
                            "height",
                            4));
        }
        return assets;
    }

    public ScriptedSite part(String kind, String key, Object value) {
        return part(kind, key, "everyone", value);
    }

    public ScriptedSite part(String kind, String key, String audience, Object value) {
        Map<String, Object> item = new LinkedHashMap<>(Map.of("kind", kind, "key", key, "audience", audience));
        item.put("value", value);
        newest().put("part " + kind + " " + key + " " + audience, item);
        return this;
    }

    public ScriptedSite withoutPart(String kind, String key, String audience) {
        newest().remove("part " + kind + " " + key + " " + audience);
        return this;
    }

    public ScriptedSite withdraw(String id) {
        newest().keySet().removeIf(key -> key.startsWith("entry ") && key.endsWith(" " + id));
        return this;
    }

    public ScriptedSite withdraw(String id, String locale) {
        newest().keySet().removeIf(key -> key.startsWith("entry " + locale + " ") && key.endsWith(" " + id));
        return this;
    }

    /** Erases it from all versions, as the server does. */
    public ScriptedSite purge(String id) {
        versions.forEach(
                version -> version.keySet().removeIf(key -> key.startsWith("entry ") && key.endsWith(" " + id)));
        purges.computeIfAbsent(version(), at -> new ArrayList<>()).add(id);
        return this;
    }

    @Override
    public String origin() {
        return "scripted";
    }

    @Override
    public JsonNode site() {
        answer();
        return Json.parse(
                Json.write(Map.of(
                        "id",
                        "scripted",
                        "version",
                        version(),
                        "madeAt",
                        madeAt(version()),
                        "locales",
                        List.of("nl"),
                        "siteDay",
                        "2026-03-10")),
                "test");
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        answer();
        long goal = until.orElse(version());
        if (after > goal) {
            throw new Forgotten("there is no way back");
        }
        List<Map<String, Object>> all = difference(after, goal);
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + pageSize);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("after", after);
        page.put("until", goal);
        page.put("afterMadeAt", madeAt(after));
        page.put("untilMadeAt", madeAt(goal));
        page.put("complete", to == all.size());
        page.put("items", all.subList(from, to));
        page.put("page", to == all.size() ? Map.of() : Map.of("next", String.valueOf(to)));
        return ChangePage.of(Json.parse(Json.write(page), "test"));
    }

    /** A picture that the entries from now on may name. */
    public ScriptedSite picture(String id, String file, String mediaType, int width, int height, byte[] bytes) {
        String sha = Hashes.sha256(bytes);
        uploads.put(sha, bytes);
        described.put(
                id,
                Map.of(
                        "file",
                        file,
                        "mediaType",
                        mediaType,
                        "size",
                        bytes.length,
                        "width",
                        width,
                        "height",
                        height,
                        "sha256",
                        sha));
        return this;
    }

    @Override
    public InputStream asset(AssetFile asset) {
        return new ByteArrayInputStream(uploads.getOrDefault(asset.sha256(), new byte[0]));
    }

    private void answer() {
        if (--answersLeft < 0) {
            answersLeft = Integer.MAX_VALUE;
            throw new Killed();
        }
    }

    private List<Map<String, Object>> difference(long after, long until) {
        Map<String, Map<String, Object>> before = versions.get((int) after);
        Map<String, Map<String, Object>> now = versions.get((int) until);
        List<Map<String, Object>> items = new ArrayList<>();
        purges.forEach((version, ids) -> {
            if (version > after && version <= until) {
                ids.forEach(id -> items.add(Map.of("kind", "purge", "id", id)));
            }
        });
        now.forEach((key, item) -> {
            if (!item.equals(before.get(key))) {
                items.add(item);
            }
        });
        before.forEach((key, item) -> {
            if (!now.containsKey(key)) {
                Map<String, Object> gone = new LinkedHashMap<>(item);
                gone.remove("entry");
                gone.remove("value");
                gone.put("gone", true);
                items.add(gone);
            }
        });
        return items;
    }

    private Map<String, Map<String, Object>> newest() {
        return versions.get(versions.size() - 1);
    }

    private static Map<String, Object> place(String locale, String audience, String path, String id) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "entry");
        item.put("locale", locale);
        item.put("audience", audience);
        item.put("path", path);
        item.put("id", id);
        return item;
    }
}
