package nl.plein.api.crossing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.api.server.Route;

/** What is sent to each operation that takes JSON; {@code <kind>} stands for a name, {@code <new>} for an unused one. */
final class Bodies {

    private static final String TYPE =
            """
            {"key":"<type>","kind":"entry","name":{"nl":"Gekraakt"},"titleField":"title","pathPattern":"/<type>/{slug}",
             "fields":[{"key":"title","kind":"text","name":{"nl":"Titel"}},
                       {"key":"body","kind":"richText","name":{"nl":"Tekst"}},
                       {"key":"about","kind":"reference","name":{"nl":"Over"}},
                       {"key":"picture","kind":"asset","name":{"nl":"Bestand"}}]}""";

    private static final String WORKFLOW =
            """
            {"key":"<workflow>","name":{"nl":"Gekraakt","en":"Cracked"},
             "states":[{"key":"draft","name":{"nl":"Concept","en":"Draft"}}],
             "transitions":[{"key":"publish","name":{"nl":"P","en":"P"},"from":["draft"],"to":"draft","publishes":true,
                             "roles":["publisher"]}]}""";

    private static final String FIELDS =
            "\"fields\":{\"title\":\"Gekraakt <new>\",\"about\":{\"entry\":\"<entry>\"},\"picture\":{\"asset\":\"<asset>\"}}";

    private static final String ITEM = "{\"items\":[{\"entry\":\"<entry>\",\"locale\":\"nl\"}]";

    private static final Map<String, String> OF_ROUTES = Map.ofEntries(
            Map.entry("POST /identity/v1/sessions", "{\"mail\":\"niemand@gekraakt.example\",\"password\":\"geraden\"}"),
            Map.entry("POST /manage/v1/agencies", "{\"id\":\"<new>\",\"name\":\"Gekraakt\"}"),
            Map.entry(
                    "POST /manage/v1/agencies/{agency}/content-types",
                    TYPE.replace("\"key\":\"<type>\"", "\"key\":\"<newType>\"")),
            Map.entry("PUT /manage/v1/agencies/{agency}/content-types/{type}", TYPE),
            Map.entry(
                    "POST /manage/v1/agencies/{agency}/workflows",
                    WORKFLOW.replace("\"key\":\"<workflow>\"", "\"key\":\"<newWorkflow>\"")),
            Map.entry("PUT /manage/v1/agencies/{agency}/workflows/{workflow}", WORKFLOW),
            Map.entry("POST /manage/v1/agencies/{agency}/workflows/{workflow}/impacts", WORKFLOW),
            Map.entry(
                    "PUT /manage/v1/agencies/{agency}/word-list",
                    "{\"words\":[{\"language\":\"nl\",\"word\":\"gekraakt\",\"better\":\"heel\"}],\"abbreviations\":[]}"),
            Map.entry("POST /manage/v1/agencies/{agency}/content-types/{type}/impacts", TYPE),
            Map.entry(
                    "POST /manage/v1/agencies/{agency}/members", "{\"name\":\"Indringer\",\"role\":\"administrator\"}"),
            Map.entry("PUT /manage/v1/agencies/{agency}/members/{person}/state", "{\"state\":\"active\"}"),
            Map.entry("POST /manage/v1/sites/{site}/roles", "{\"person\":\"<person>\",\"role\":\"editor\"}"),
            Map.entry(
                    "POST /manage/v1/agencies/{agency}/sites",
                    "{\"id\":\"<taken-site>\",\"name\":\"Gekraakt\",\"locales\":[\"nl\"],\"hosts\":[\"<taken-host>\"]}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/duplicates",
                    "{\"id\":\"<taken-site>\",\"name\":\"Gekraakt\",\"hosts\":[\"<taken-host>\"]}"),
            Map.entry("PUT /manage/v1/sites/{site}/assets/{asset}/focal-point", "{\"x\":0.25,\"y\":0.75}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/assets/{asset}/words",
                    "{\"title\":\"Gekraakt <new>\",\"alt\":{\"nl\":\"Gekraakt\"}}"),
            Map.entry("PUT /manage/v1/sites/{site}/assets/{asset}/shown-file", "{\"number\":1}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/bulk-changes",
                    "{\"act\":\"add-reference\",\"entries\":[\"<entry>\"],\"field\":\"about\",\"target\":\"<entry>\"}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/import-mappings/{mapping}",
                    "{\"kinds\":{\"(top)\":{\"type\":\"<type>\",\"fields\":{\"gekraakt\":{\"field\":null}}}}}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/entries",
                    "{\"type\":\"<type>\",\"locale\":\"nl\",\"slug\":\"<new>\",\"parent\":\"<entry>\"," + FIELDS + "}"),
            Map.entry("PUT /manage/v1/sites/{site}/entries/{entry}/archived", "{\"archived\":true}"),
            Map.entry("PUT /manage/v1/sites/{site}/entries/{entry}/place", "{\"parent\":\"<entry>\"}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/entries/{entry}/translations", "{\"locale\":\"en\"," + FIELDS + "}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/draft",
                    "{\"basedOn\":\"<revision>\"," + FIELDS + "}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/groups/{group}/members",
                    "{\"person\":\"<person>\",\"role\":\"guest\"}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/revisions/{revision}/name",
                    "{\"name\":\"Gekraakt\"}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source",
                    "{\"locale\":\"en\",\"revision\":\"<revision>\"}"),
            Map.entry("POST /manage/v1/sites/{site}/erasures", "{\"entry\":\"<entry>\"}"),
            Map.entry("POST /manage/v1/sites/{site}/hostnames", "{\"host\":\"<taken-host>\",\"canonical\":true}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/part-changes",
                    "{\"changes\":[{\"kind\":\"redirect\",\"key\":\"/<new>\",\"value\":{\"entry\":\"<entry>\"}}]}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/publications",
                    "{\"items\":[{\"entry\":\"<entry>\",\"locale\":\"nl\",\"revision\":\"<revision>\"}]}"),
            Map.entry("POST /manage/v1/sites/{site}/roll-backs", "{\"version\":1}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/transitions",
                    "{\"transition\":\"submit\"}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/comments",
                    "{\"field\":\"title\",\"words\":\"Gekraakt\"}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/task",
                    "{\"deadline\":\"2033-01-01T09:00\"}"),
            Map.entry("POST /manage/v1/sites/{site}/comments/{comment}/answers", "{\"words\":\"Gekraakt\"}"),
            Map.entry("PUT /manage/v1/sites/{site}/workflow-choices/{type}", "{\"workflow\":\"direct\"}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/releases",
                    "{\"name\":\"Gekraakt\",\"items\":[{\"entry\":\"<entry>\",\"locale\":\"nl\",\"act\":\"publish\"}]}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/releases/{release}",
                    "{\"name\":\"Gekraakt\",\"items\":[{\"entry\":\"<entry>\",\"locale\":\"nl\",\"act\":\"publish\"}]}"),
            Map.entry("POST /manage/v1/sites/{site}/previews", "{\"name\":\"Gekraakt\",\"audience\":\"everyone\"}"),
            Map.entry(
                    "POST /manage/v1/sites/{site}/schedules",
                    "{\"entry\":\"<entry>\",\"locale\":\"nl\",\"act\":\"unpublish\",\"at\":\"2033-01-01T09:00\"}"),
            Map.entry("PUT /manage/v1/sites/{site}/schedules/{schedule}", "{\"at\":\"2034-01-01T09:00\"}"),
            Map.entry("POST /manage/v1/sites/{site}/webhooks", "{\"url\":\"https://haak.example/<new>\"}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/webhooks/{webhook}",
                    "{\"url\":\"https://haak.example/gekraakt\",\"state\":\"paused\"}"),
            Map.entry("POST /manage/v1/sites/{site}/webhooks/{webhook}/replays", "{\"after\":0}"),
            Map.entry(
                    "PUT /manage/v1/sites/{site}/entries/{entry}/upkeep",
                    "{\"owner\":\"<person>\",\"reviewOn\":\"2026-01-01\"}"),
            Map.entry("PUT /manage/v1/sites/{site}/theme", "{\"name\":\"square\"}"),
            Map.entry("PUT /manage/v1/sites/{site}/state", "{\"state\":\"closed\"}"),
            Map.entry("POST /manage/v1/sites/{site}/withdrawals", ITEM + ",\"reason\":\"withdrawn\"}"),
            Map.entry("POST /manage/v1/tokens", "{\"name\":\"Gekraakt\"}"));

    private Bodies() {}

    /** @throws IllegalStateException for an operation that nobody has written a body for yet */
    static String of(Route route) {
        if (route.takesJson()) {
            String body = OF_ROUTES.get(route.toString());
            if (body == null) {
                throw new IllegalStateException("Write a body for " + route + ", so that it can be probed.");
            }
            return body;
        }
        if (isForm(route)) {
            return TRAPPED;
        }
        return route.path().endsWith("/assets") || route.path().endsWith("/file") ? "Een indringer" : "";
    }

    static byte[] bytes(Route route, String filled) {
        if (route.path().endsWith("/themes") && route.method().equals("POST")) {
            return zip("theme.json", "{\"name\":\"indringer\",\"extends\":\"base\"}");
        }
        return takesZip(route) && route.method().equals("POST")
                ? zip("indringer.md", "---\ntitle: Indringer\n---\nIndringer\n")
                : filled.getBytes(StandardCharsets.UTF_8);
    }

    /** Anybody may send a form: one that falls into the trap changes nothing. */
    private static final String TRAPPED = "page=/&locale=nl&website=x";

    private static boolean isForm(Route route) {
        return route.path().startsWith("/participate/");
    }

    private static boolean takesZip(Route route) {
        return route.path().endsWith("/imports")
                || route.path().endsWith("/themes")
                || route.path().endsWith("/site-archives");
    }

    static String mediaType(Route route) {
        if (takesZip(route)) {
            return "application/zip";
        }
        if (isForm(route)) {
            return "application/x-www-form-urlencoded";
        }
        return route.takesJson() ? "application/json" : "text/plain";
    }

    /** @param files name and text of each, in turn */
    static byte[] zip(String... files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                out.putNextEntry(new ZipEntry(files[i]));
                out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
