package nl.plein.site.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.plein.site.copy.WaitingChange.Act;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import tools.jackson.databind.JsonNode;

/**
 * A copy in one file. It shows either the version it had or the one it was brought to, whatever happens in between: changes are
 * collected in a waiting room, and only when all are there are they applied, a step that is repeated after a kill. One process
 * may have it open.
 */
final class FileCopy extends SiteCopy {
    private static final String FORMAT = "2";
    private static final int STEP = 2_000;

    private final Path file;
    private final String origin;
    private MVStore store;
    private boolean verified;

    private FileCopy(Path file, String origin, MVStore store) {
        this.file = file;
        this.origin = origin;
        this.store = store;
    }

    static FileCopy at(Path file, String origin) {
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
        FileCopy copy = new FileCopy(file, origin, store);
        copy.recover();
        return copy;
    }

    @Override
    public long version() {
        return number("version");
    }

    @Override
    public Optional<String> madeAt() {
        return Optional.ofNullable(meta().get("madeAt"));
    }

    @Override
    public <T> void entries(BiFunction<Place, JsonNode, T> maker, Consumer<T> taker) {
        reading(() -> {
            var steps = new Steps<>(
                    (Map.Entry<String, byte[]> record) -> maker.apply(
                            WaitingChange.place(record.getKey()),
                            Json.parse(Records.text(record.getValue()), "the local copy")),
                    taker);
            entryMap().forEach((key, record) -> steps.add(Map.entry(key, record)));
            steps.end();
        });
    }

    @Override
    void parts(AnyPart reader) {
        reading(() -> partMap().forEach((names, record) -> {
            String[] name = names.split("\0", 3);
            reader.take(name[0], name[1], name[2], () -> Json.parse(Records.text(record), "the local copy"));
        }));
    }

    @Override
    public Optional<JsonNode> site() {
        return Optional.ofNullable(meta().get("site")).map(text -> Json.parse(text, "the local copy"));
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
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

    @Override
    void clear() {
        forgetArrival();
        store.closeImmediately();
        delete(file);
        store = opened(file);
        meta().put("format", FORMAT);
        meta().put("origin", origin);
        store.commit();
    }

    @Override
    void begin() {
        arriveFrom(version());
        waiting().clear();
        store.commit();
    }

    @Override
    void collect(List<Change> changes) {
        long next = waiting().isEmpty() ? 0 : waiting().lastKey() + 1;
        List<byte[]> records = changes.parallelStream()
                .map(change -> Records.of(WaitingChange.of(change).text()))
                .toList();
        for (byte[] record : records) {
            waiting().put(next++, record);
        }
        store.commit();
        remember(changes);
    }

    @Override
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
