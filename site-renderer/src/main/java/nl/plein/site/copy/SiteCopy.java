package nl.plein.site.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.plein.site.copy.WaitingChange.Act;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One site at one version, in one file. It shows either the version it had or the one it was brought to, whatever happens in between:
 * {@link Sync} collects changes in a waiting room, and only when all are there are they applied, a step that is repeated after a kill.
 * One process may have it open; it is not meant for several threads.
 */
public final class SiteCopy implements AutoCloseable {
    private static final String FORMAT = "2";
    private static final int STEP = 2_000;

    /** More than so many changes are not remembered: whoever follows begins anew. */
    private static final int MOST_REMEMBERED = 2_000;

    private final @Nullable Path file;
    private final String origin;
    private MVStore store;
    private boolean verified;
    private long arrivedFrom = -1;
    private final List<Change> arrived = new ArrayList<>();

    private SiteCopy(@Nullable Path file, String origin, MVStore store) {
        this.file = file;
        this.origin = origin;
        this.store = store;
    }

    /**
     * Opens the copy, or begins an empty one at version 0 where the file is missing, corrupt or made from another origin.
     *
     * @param origin {@link nl.plein.site.source.Source#origin()} of what will be copied
     * @throws Trouble if another process has it open
     */
    public static SiteCopy open(Path file, String origin) {
        MVStore store;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            store = opened(file);
        } catch (IOException e) {
            throw new Trouble("Can't make a folder for " + file + ": " + e.getMessage(), e);
        } catch (Corrupt e) {
            delete(file);
            store = opened(file);
        }
        SiteCopy copy = new SiteCopy(file, origin, store);
        copy.recover();
        return copy;
    }

    /** A copy that lives as long as this object. */
    public static SiteCopy inMemory(String origin) {
        SiteCopy copy = new SiteCopy(null, origin, new MVStore.Builder().open());
        copy.recover();
        return copy;
    }

    /** @return 0 when there is nothing yet */
    public long version() {
        return number("version");
    }

    /** When its version was made, as the source said: two versions of one number but another moment are not the same. */
    public Optional<String> madeAt() {
        return Optional.ofNullable(meta().get("madeAt"));
    }

    /** The changes by which the last sync came here, if it came from this version and there were not too many. */
    public Optional<List<Change>> changesSince(long version) {
        return version == arrivedFrom ? Optional.of(List.copyOf(arrived)) : Optional.empty();
    }

    /** Every visible entry with its place, ordered by locale, audience, path and id. */
    public void entries(BiConsumer<Place, JsonNode> reader) {
        entries((place, json) -> new Stored(place, json), stored -> reader.accept(stored.place(), stored.entry()));
    }

    private record Stored(Place place, JsonNode entry) {}

    /**
     * The same for readers that make something of each entry.
     *
     * @param maker called from several threads
     * @param taker called from this one, in order
     */
    public <T> void entries(BiFunction<Place, JsonNode, T> maker, Consumer<T> taker) {
        reading(() -> {
            List<Map.Entry<String, byte[]>> some = new ArrayList<>(STEP);
            entryMap().forEach((key, record) -> {
                some.add(Map.entry(key, record));
                if (some.size() == STEP) {
                    hand(some, maker, taker);
                }
            });
            hand(some, maker, taker);
        });
    }

    private static <T> void hand(
            List<Map.Entry<String, byte[]>> some, BiFunction<Place, JsonNode, T> maker, Consumer<T> taker) {
        some.parallelStream()
                .map(record -> maker.apply(
                        WaitingChange.place(record.getKey()),
                        Json.parse(Records.text(record.getValue()), "the local copy")))
                .toList()
                .forEach(taker);
        some.clear();
    }

    /** Takes a site part. */
    public interface PartReader {
        void take(String key, String audience, JsonNode value);
    }

    /** Every site part of a kind, ordered by key. Only redirects are for others than everyone. */
    public void parts(String kind, PartReader reader) {
        reading(() -> partMap().forEach((key, record) -> {
            String[] names = key.split("\0", 3);
            if (names[0].equals(kind)) {
                reader.take(names[1], names[2], Json.parse(Records.text(record), "the local copy"));
            }
        }));
    }

    /** The answer of the source about the site, as it was when this version was reached. */
    public Optional<JsonNode> site() {
        return Optional.ofNullable(meta().get("site")).map(text -> Json.parse(text, "the local copy"));
    }

    /** SHA-256 over everything visible. Two copies of one version from one viewer's eyes are equal, however they got there. */
    public String fingerprint() {
        TreeMap<String, String> all = new TreeMap<>();
        entries((place, entry) -> all.put("entry\0" + WaitingChange.key(place), Json.canonical(entry)));
        reading(() -> partMap()
                .forEach((key, record) ->
                        all.put("part\0" + key, Json.canonical(Json.parse(Records.text(record), "the local copy")))));
        return Hashes.sha256(Json.canonical(all));
    }

    @Override
    public void close() {
        store.close();
    }

    // The steps of a sync, in their order.

    /** Reads everything once, the first time that a sync asks after opening. @throws Corrupt if something is damaged */
    void verify() {
        if (verified) {
            return;
        }
        reading(() -> {
            entryMap().values().forEach(Records::check);
            partMap().values().forEach(Records::check);
        });
        verified = true;
    }

    /** Forgets all, as if the file had been deleted. */
    void clear() {
        forgetArrival();
        store.closeImmediately();
        if (file == null) {
            store = new MVStore.Builder().open();
        } else {
            delete(file);
            store = opened(file);
        }
        meta().put("format", FORMAT);
        meta().put("origin", origin);
        store.commit();
    }

    /** Empties the waiting room: a sync starts. */
    void begin() {
        forgetArrival();
        arrivedFrom = version();
        waiting().clear();
        store.commit();
    }

    /** Keeps a page of changes aside; nothing of it shows yet. */
    void collect(List<Change> changes) {
        long next = waiting().isEmpty() ? 0 : waiting().lastKey() + 1;
        List<byte[]> records = changes.parallelStream()
                .map(change -> Records.of(WaitingChange.of(change).text()))
                .toList();
        for (byte[] record : records) {
            waiting().put(next++, record);
        }
        store.commit();
        if (arrived.size() + changes.size() > MOST_REMEMBERED) {
            forgetArrival();
        } else if (arrivedFrom >= 0) {
            arrived.addAll(changes);
        }
    }

    private void forgetArrival() {
        arrivedFrom = -1;
        arrived.clear();
    }

    /** All changes are there: from here on the copy will arrive at this version, also after a kill. */
    void arrive(long version, Optional<String> madeAt, JsonNode site) {
        markArriving(version, madeAt, site);
        apply();
    }

    void markArriving(long version, Optional<String> madeAt, JsonNode site) {
        meta().put("arriving", String.valueOf(version));
        meta().put("arrivingSite", Json.write(site));
        madeAt.ifPresentOrElse(at -> meta().put("arrivingMadeAt", at), () -> meta().remove("arrivingMadeAt"));
        store.commit();
    }

    private void apply() {
        boolean purged = purge();
        pass(EnumSet.of(Act.REMOVE_ENTRY, Act.REMOVE_PART), this::remove);
        pass(EnumSet.of(Act.PUT_ENTRY, Act.PUT_PART), this::put);
        waiting().clear();
        store.commit();
        if (purged) {
            forgetOldChunks();
        }
        String version = meta().get("arriving");
        String site = meta().get("arrivingSite");
        if (version == null || site == null) {
            throw new Corrupt("The local copy does not say where it was going.");
        }
        meta().put("version", version);
        meta().put("site", site);
        String madeAt = meta().remove("arrivingMadeAt");
        if (madeAt == null) {
            meta().remove("madeAt");
        } else {
            meta().put("madeAt", madeAt);
        }
        meta().remove("arriving");
        meta().remove("arrivingSite");
        store.commit();
    }

    private boolean purge() {
        Set<String> ids = new HashSet<>();
        pass(EnumSet.of(Act.PURGE), change -> ids.add(change.key()));
        if (ids.isEmpty()) {
            return false;
        }
        List<String> doomed = entryMap().keySet().stream()
                .filter(key -> ids.contains(WaitingChange.place(key).id()))
                .toList();
        doomed.forEach(entryMap()::remove);
        store.commit();
        return true;
    }

    private void pass(Set<Act> acts, Consumer<WaitingChange> taker) {
        int steps = 0;
        for (byte[] record : waiting().values()) {
            if (acts.stream().noneMatch(act -> WaitingChange.isOf(act, record, Records.CHECKSUM))) {
                continue;
            }
            taker.accept(WaitingChange.read(Records.text(record)));
            if (++steps % STEP == 0) {
                store.commit();
            }
        }
        store.commit();
    }

    private void remove(WaitingChange change) {
        if (change.act() == Act.REMOVE_ENTRY) {
            entryMap().remove(change.key());
        } else if (change.act() == Act.REMOVE_PART) {
            partMap().remove(change.key());
        }
    }

    private void put(WaitingChange change) {
        if (change.act() == Act.PUT_ENTRY) {
            entryMap().put(change.key(), Records.of(change.value()));
        } else if (change.act() == Act.PUT_PART) {
            partMap().put(change.key(), Records.of(change.value()));
        }
    }

    /** The store only ever appends; a purged text would stay in the file's old chunks. So the file is written anew. */
    private void forgetOldChunks() {
        if (file == null) {
            return;
        }
        store.close();
        MVStoreTool.compact(file.toString(), false);
        store = opened(file);
    }

    private void recover() {
        try {
            if (!FORMAT.equals(meta().get("format")) || !origin.equals(meta().get("origin"))) {
                clear();
            } else if (meta().containsKey("arriving")) {
                apply();
            }
        } catch (MVStoreException | Corrupt e) {
            clear();
        }
    }

    private static MVStore opened(Path file) {
        try {
            MVStore.Builder builder =
                    new MVStore.Builder().fileName(file.toString()).autoCommitDisabled();
            MVStoreTool.compactCleanUp(file.toString());
            MVStore store = builder.open();
            store.setRetentionTime(0);
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new Trouble(
                        "Another process is working with " + file + ". Wait for it, or give another --state.", e);
            }
            throw new Corrupt("The local copy " + file + " can't be opened.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The corrupt local copy can't be deleted", e);
        }
    }

    private void reading(Runnable read) {
        try {
            read.run();
        } catch (MVStoreException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Corrupt("The local copy can't be read.", e);
        }
    }

    private long number(String name) {
        String text = meta().get(name);
        return text == null ? 0 : Long.parseLong(text);
    }

    private MVMap<String, String> meta() {
        return store.openMap("meta");
    }

    private MVMap<String, byte[]> entryMap() {
        return store.openMap("entries");
    }

    private MVMap<String, byte[]> partMap() {
        return store.openMap("parts");
    }

    private MVMap<Long, byte[]> waiting() {
        return store.openMap("waiting");
    }
}
