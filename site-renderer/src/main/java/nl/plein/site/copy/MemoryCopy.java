package nl.plein.site.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A copy that keeps what the source told as it came, and ends with the process. */
final class MemoryCopy extends SiteCopy {
    private final TreeMap<String, JsonNode> entries = new TreeMap<>();
    private final TreeMap<String, JsonNode> parts = new TreeMap<>();
    private final List<Change> waiting = new ArrayList<>();
    private long version;
    private Optional<String> madeAt = Optional.empty();
    private @Nullable JsonNode site;

    @Override
    public long version() {
        return version;
    }

    @Override
    public Optional<String> madeAt() {
        return madeAt;
    }

    @Override
    public Optional<JsonNode> site() {
        return Optional.ofNullable(site);
    }

    @Override
    public <T> void entries(BiFunction<Place, JsonNode, T> maker, Consumer<T> taker) {
        var steps = new Steps<>(
                (Map.Entry<String, JsonNode> one) -> maker.apply(WaitingChange.place(one.getKey()), one.getValue()),
                taker);
        entries.entrySet().forEach(steps::add);
        steps.end();
    }

    @Override
    void parts(AnyPart reader) {
        parts.forEach((names, value) -> {
            String[] name = names.split("\0", 3);
            reader.take(name[0], name[1], name[2], () -> value);
        });
    }

    @Override
    public void close() {
        clear();
    }

    @Override
    void verify() {}

    @Override
    void clear() {
        forgetArrival();
        entries.clear();
        parts.clear();
        waiting.clear();
        version = 0;
        madeAt = Optional.empty();
        site = null;
    }

    @Override
    void begin() {
        arriveFrom(version);
        waiting.clear();
    }

    @Override
    void collect(List<Change> changes) {
        waiting.addAll(changes);
        remember(changes);
    }

    /** In the order of {@link Sync}: purges first, then what is gone, then what is there. */
    @Override
    void arrive(long reached, Optional<String> at, JsonNode told) {
        purge();
        waiting.forEach(this::remove);
        waiting.forEach(this::put);
        waiting.clear();
        version = reached;
        madeAt = at;
        site = told;
    }

    private void purge() {
        Set<String> ids = new HashSet<>();
        waiting.forEach(change -> {
            if (change instanceof Change.Purge purge) {
                ids.add(purge.id());
            }
        });
        if (!ids.isEmpty()) {
            entries.keySet()
                    .removeIf(key -> ids.contains(WaitingChange.place(key).id()));
        }
    }

    private void remove(Change change) {
        if (change instanceof Change.EntryGone gone) {
            entries.remove(WaitingChange.key(gone.place()));
        } else if (change instanceof Change.PartGone part) {
            parts.remove(WaitingChange.key(part.kind(), part.key(), part.audience()));
        }
    }

    private void put(Change change) {
        if (change instanceof Change.EntryThere there) {
            entries.put(WaitingChange.key(there.place()), there.entry());
        } else if (change instanceof Change.PartThere part) {
            parts.put(WaitingChange.key(part.kind(), part.key(), part.audience()), part.value());
        }
    }
}
