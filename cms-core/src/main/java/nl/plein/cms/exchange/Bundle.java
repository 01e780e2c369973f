package nl.plein.cms.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * An agency as a folder: types, sites, entries, files. Docs/import.md describes the layout.
 *
 * @param types definitions of content types and blocks
 */
record Bundle(String agency, String name, List<Part> types, List<Site> sites) {

    /** A file of the bundle, named so that an error can say where to look. */
    record Part(String file, JsonNode json) {

        String key() {
            String name = file.substring(file.lastIndexOf('/') + 1);
            return json.path("key").asString(name.replaceFirst("\\.json$", ""));
        }

        /** Runs a step that concerns this file; what is refused names it. */
        void attempt(Runnable step) {
            try {
                step.run();
            } catch (Refusal e) {
                throw e.code().equals("broken-bundle") ? e : broken(e);
            }
        }

        Invalid broken(Refusal why) {
            var findings = why.findings().isEmpty() ? "" : " " + why.findings();
            return new Invalid("broken-bundle", file + ": " + why.message() + findings, why.findings());
        }
    }

    record Site(String id, Part definition, List<Part> entries, Path assets) {}

    /** @throws Invalid {@code broken-bundle}, with file and problem */
    static Bundle read(Path folder) throws IOException {
        JsonNode head = json(folder, folder.resolve("bundle.json")).json();
        var sites = new ArrayList<Site>();
        for (JsonNode site : head.path("sites")) {
            String id = text(site.isString() ? site : site.path("id"), "bundle.json", "sites");
            Path root = folder.resolve("sites").resolve(id);
            sites.add(new Site(
                    id,
                    json(folder, root.resolve("site.json")),
                    all(folder, root.resolve("entries")),
                    root.resolve("assets")));
        }
        return new Bundle(
                text(head.path("agency").path("id"), "bundle.json", "agency.id"),
                text(head.path("agency").path("name"), "bundle.json", "agency.name"),
                all(folder, folder.resolve("types")),
                sites);
    }

    static Invalid broken(String file, String problem) {
        return new Invalid("broken-bundle", file + ": " + problem);
    }

    private static List<Part> all(Path root, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                parts.add(json(root, file));
            }
        }
        return parts;
    }

    private static Part json(Path root, Path file) throws IOException {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!Files.isRegularFile(file)) {
            throw broken(name, "the file is missing.");
        }
        try {
            return new Part(name, Json.parse(Files.readAllBytes(file)));
        } catch (Invalid e) {
            throw broken(name, e.message());
        }
    }

    private static String text(JsonNode value, String file, String member) {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw broken(file, "\"" + member + "\" is missing.");
        }
        return value.stringValue();
    }
}
