package nl.plein.site.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Saves a site of a server as the folder that {@link FolderSource} reads: what the delivery API says of one version, byte by
 * byte, and the files that entries use. The folder is filled beside the old one and takes its place once it is whole.
 */
public final class SavedSite {
    private static final int TRIES = 3;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final HttpSource source;
    private final Path out;
    private final LongConsumer progress;
    private long items;
    private int pages;
    private int files;

    /**
     * @param out      an empty or new folder, or an earlier saved site
     * @param progress hears how many lines of the change feed were read
     */
    public SavedSite(HttpSource source, Path out, LongConsumer progress) {
        this.source = source;
        this.out = out.toAbsolutePath().normalize();
        this.progress = progress;
    }

    /**
     * @param items lines of the change feed
     * @param pages files that they are in
     * @param files that entries use
     */
    public record Summary(long version, long items, int pages, int files) {}

    /** @throws Trouble if the folder holds something else, or the server does not tell a whole site */
    public Summary save() throws IOException {
        refuseOtherFolder();
        Path parent = Objects.requireNonNull(out.getParent(), "the root of a disk is no folder for a site");
        Files.createDirectories(parent);
        for (int attempt = 1; ; attempt++) {
            Path part = Files.createTempDirectory(parent, "." + out.getFileName() + "-");
            try {
                long version = fill(part);
                replace(part);
                return new Summary(version, items, pages, files);
            } catch (Source.Forgotten meanwhile) {
                if (attempt == TRIES) {
                    throw new Trouble("The site can't be read as a whole: " + meanwhile.getMessage(), meanwhile);
                }
            } finally {
                delete(part);
            }
        }
    }

    private void refuseOtherFolder() throws IOException {
        if (!Files.exists(out) || Files.isRegularFile(out.resolve("site.json"))) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new Trouble(out + " is no folder.");
        }
        try (Stream<Path> there = Files.list(out)) {
            if (there.findAny().isPresent()) {
                throw new Trouble(out + " is not empty and no saved site: name another folder.");
            }
        }
    }

    private long fill(Path part) throws IOException {
        items = 0;
        pages = 0;
        files = 0;
        byte[] site = source.siteText();
        long version = Json.parse(site, "the site").path("version").asLong(0);
        Path changes = Files.createDirectory(part.resolve("changes"));
        Path assets = Files.createDirectory(part.resolve("assets"));
        Optional<String> cursor = Optional.empty();
        while (true) {
            byte[] text = source.changesText(0, OptionalLong.of(version), cursor);
            JsonNode json = Json.parse(text, "the change feed");
            ChangePage page = ChangePage.of(json);
            pages++;
            Files.write(changes.resolve(String.format(Locale.ROOT, "%04d.json", pages)), text);
            for (JsonNode item : json.path("items")) {
                addFiles(item.path("entry").path("assets"), assets);
            }
            items += page.items().size();
            progress.accept(items);
            if (page.complete()) {
                break;
            }
            cursor = page.next();
        }
        Files.write(part.resolve("site.json"), site);
        return version;
    }

    private void addFiles(JsonNode named, Path assets) throws IOException {
        for (var member : named.properties()) {
            JsonNode file = member.getValue();
            String sha256 = file.path("sha256").asString("");
            if (!SHA256.matcher(sha256).matches()) {
                throw new Trouble("The server names a file without its SHA-256: " + member.getKey());
            }
            Path target = assets.resolve(sha256);
            if (!Files.exists(target)) {
                fetch(member.getKey(), file.path("file").asString("file"), sha256, target);
                files++;
            }
        }
    }

    /** From the earlier folder if it is there: a file with this name has these bytes. */
    private void fetch(String id, String file, String sha256, Path target) throws IOException {
        try (InputStream in = earlier(sha256);
                var read = new DigestInputStream(
                        in == null ? source.asset(new AssetFile(id, file, "", 0, 0, 0, sha256)) : in,
                        Hashes.digest())) {
            Files.copy(read, target);
            if (!HexFormat.of().formatHex(read.getMessageDigest().digest()).equals(sha256)) {
                throw new Trouble("The file " + file + " (" + id + ") has other bytes than its SHA-256 says.");
            }
        }
    }

    private @Nullable InputStream earlier(String sha256) throws IOException {
        try {
            return Files.newInputStream(out.resolve("assets").resolve(sha256));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void replace(Path part) throws IOException {
        Path old = part.resolveSibling(part.getFileName() + ".old");
        boolean isThere = Files.exists(out);
        if (isThere) {
            Files.move(out, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (isThere) {
                Files.move(old, out, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
