package nl.plein.cms.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/**
 * How far the index of this node is, site by site. A cursor lies in a file beside the index and names the index it counts: one that is missing, torn or of
 * another index is none. It is written after the documents it speaks of are on disk.
 */
final class IndexCursors {

    /**
     * @param position the site version the index has reached
     * @param horizon  the oldest version that the index can still answer for
     * @param stamp    the rebuild that the site's documents belong to
     * @param model    the content types (as a hash) by which the documents were made
     */
    record Cursor(long position, long horizon, String stamp, String model) {}

    private final Path folder;
    private final String index;
    private final Map<SiteId, Cursor> cursors = new ConcurrentHashMap<>();
    private final Object moved = new Object();

    /** @param index the id of the index that the cursors of this folder must name */
    IndexCursors(Path folder, String index) {
        this.folder = folder;
        this.index = index;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Cursor> of(SiteId site) {
        Cursor known = cursors.get(site);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Cursor> stored = read(site);
        stored.ifPresent(cursor -> cursors.putIfAbsent(site, cursor));
        return stored;
    }

    /** The version that answers speak of; 0 while the site is not indexed. */
    long position(SiteId site) {
        return of(site).map(Cursor::position).orElse(0L);
    }

    /** Stores a cursor: after a crash there is the old one or the new one. */
    void move(SiteId site, Cursor cursor) {
        write(site, cursor);
        synchronized (moved) {
            cursors.put(site, cursor);
            moved.notifyAll();
        }
    }

    void forget(SiteId site) {
        try {
            Files.deleteIfExists(file(site));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cursors.remove(site);
    }

    /** Waits until the index has reached a version, at most so long. @return the version that it has reached */
    long await(SiteId site, long version, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long position = position(site);
        synchronized (moved) {
            while ((position = position(site)) < version) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    moved.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        return position;
    }

    private Optional<Cursor> read(SiteId site) {
        try {
            JsonNode stored = Json.parse(Files.readAllBytes(file(site)));
            if (!stored.path("index").asString("").equals(index)) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    stored.path("position").asLong(0),
                    stored.path("horizon").asLong(0),
                    stored.path("stamp").asString(""),
                    stored.path("model").asString("")));
        } catch (NoSuchFileException | Refusal none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SiteId site, Cursor cursor) {
        String text = Json.write(Map.of(
                "index", index,
                "position", cursor.position(),
                "horizon", cursor.horizon(),
                "stamp", cursor.stamp(),
                "model", cursor.model()));
        Path fresh = folder.resolve(site.value() + ".new");
        try {
            try (FileChannel file = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                file.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            }
            Files.move(fresh, file(site), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(SiteId site) {
        return folder.resolve(site.value() + ".json");
    }
}
