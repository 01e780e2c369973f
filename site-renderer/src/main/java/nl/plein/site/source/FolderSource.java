package nl.plein.site.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import tools.jackson.databind.JsonNode;

/**
 * A saved export: {@code site.json}, {@code changes/0001.json} and so on (the feed from zero), {@code assets/<sha256>}.
 * A site can be rebuilt from it with no server at all.
 */
public final class FolderSource implements Source {
    private final Path folder;
    private final Map<Integer, CompletableFuture<JsonNode>> ahead = new ConcurrentHashMap<>();

    public FolderSource(Path folder) {
        if (!Files.isRegularFile(folder.resolve("site.json"))) {
            throw new Trouble(
                    "There is no site.json in " + folder + ". A saved site has one; was the folder above meant?");
        }
        this.folder = folder;
    }

    @Override
    public String origin() {
        return folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public JsonNode site() {
        return read(folder.resolve("site.json"));
    }

    @Override
    public ChangePage changes(long after, OptionalLong until, Optional<String> cursor) {
        if (after > 0) {
            throw new Forgotten("A saved site only tells what is there, not what changed.");
        }
        List<Path> pages = pages();
        int number = cursor.map(Integer::parseInt).orElse(0);
        if (pages.isEmpty()) {
            throw new Trouble("There are no pages *.json in " + folder.resolve("changes") + ".");
        }
        boolean last = number + 1 == pages.size();
        JsonNode json = page(number, pages);
        Optional<String> next = last ? Optional.empty() : Optional.of(String.valueOf(number + 1));
        List<Change> items = json.path("items").valueStream().map(Change::of).toList();
        long newest = json.path("until").asLong(site().path("version").asLong(1));
        return new ChangePage(0, newest, last, items, next, Optional.empty(), ChangePage.madeAt(json, "untilMadeAt"));
    }

    @Override
    public InputStream asset(AssetFile asset) throws IOException {
        return Files.newInputStream(folder.resolve("assets").resolve(asset.sha256()));
    }

    /** Reads the next page while somebody works on this one. */
    private JsonNode page(int number, List<Path> pages) {
        CompletableFuture<JsonNode> read = ahead.remove(number);
        if (number + 1 < pages.size()) {
            ahead.put(number + 1, CompletableFuture.supplyAsync(() -> read(pages.get(number + 1))));
        }
        try {
            return read == null ? read(pages.get(number)) : read.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : e;
        }
    }

    private List<Path> pages() {
        try (Stream<Path> files = Files.list(folder.resolve("changes"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Trouble("The changes of the saved site can't be read: " + folder.resolve("changes"), e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new Trouble("Can't read " + file + ": " + e.getMessage(), e);
        }
    }
}
