package nl.plein.site.copy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.source.Change;
import nl.plein.site.source.Change.Place;
import tools.jackson.databind.JsonNode;

/** One site at one version, which {@link Sync} brings to another, whole or not at all. It is not meant for several threads. */
public abstract class SiteCopy implements AutoCloseable {
    /** More than so many changes are not remembered: whoever follows begins anew. */
    private static final int MOST_REMEMBERED = 2_000;

    private long arrivedFrom = -1;
    private final List<Change> arrived = new ArrayList<>();

    /**
     * Opens the copy, or begins an empty one at version 0 where the file is missing, corrupt or made from another origin.
     *
     * @param origin {@link nl.plein.site.source.Source#origin()} of what will be copied
     * @throws nl.plein.site.kernel.Trouble if another process has it open
     */
    public static SiteCopy open(Path file, String origin) {
        return FileCopy.at(file, origin);
    }

    /** A copy that lives as long as this object, and so needs no file and no proof that nothing of it is damaged. */
    public static SiteCopy inMemory() {
        return new MemoryCopy();
    }

    /** @return 0 when there is nothing yet */
    public abstract long version();

    /** When its version was made, as the source said: two versions of one number but another moment are not the same. */
    public abstract Optional<String> madeAt();

    /** The changes by which the last sync came here, if it came from this version and there were not too many. */
    public final Optional<List<Change>> changesSince(long version) {
        return version == arrivedFrom ? Optional.of(List.copyOf(arrived)) : Optional.empty();
    }

    /** Every visible entry with its place, ordered by locale, audience, path and id. */
    public final void entries(BiConsumer<Place, JsonNode> reader) {
        entries(Stored::new, stored -> reader.accept(stored.place(), stored.entry()));
    }

    private record Stored(Place place, JsonNode entry) {}

    /**
     * The same for readers that make something of each entry.
     *
     * @param maker called from several threads
     * @param taker called from this one, in order
     */
    public abstract <T> void entries(BiFunction<Place, JsonNode, T> maker, Consumer<T> taker);

    /** Takes a site part. */
    public interface PartReader {
        void take(String key, String audience, JsonNode value);
    }

    /** Every site part of a kind, ordered by key. Only redirects are for others than everyone. */
    public final void parts(String kind, PartReader reader) {
        parts((partKind, key, audience, value) -> {
            if (partKind.equals(kind)) {
                reader.take(key, audience, value.get());
            }
        });
    }

    /** The answer of the source about the site, as it was when this version was reached. */
    public abstract Optional<JsonNode> site();

    /** SHA-256 over everything visible. Two copies of one version from one viewer's eyes are equal, however they got there. */
    public final String fingerprint() {
        TreeMap<String, String> all = new TreeMap<>();
        entries((place, entry) -> all.put("entry\0" + WaitingChange.key(place), Json.canonical(entry)));
        parts((kind, key, audience, value) ->
                all.put("part\0" + WaitingChange.key(kind, key, audience), Json.canonical(value.get())));
        return Hashes.sha256(Json.canonical(all));
    }

    @Override
    public abstract void close();

    // The steps of a sync, in their order.

    /** Reads everything once, the first time that a sync asks after opening. @throws Corrupt if something is damaged */
    abstract void verify();

    /** Forgets all, as if there had never been a copy. */
    abstract void clear();

    /** Empties the waiting room: a sync starts. */
    abstract void begin();

    /** Keeps a page of changes aside; nothing of it shows yet. */
    abstract void collect(List<Change> changes);

    /** All changes are there: from here on the copy will arrive at this version, also after a kill. */
    abstract void arrive(long version, Optional<String> madeAt, JsonNode site);

    // What both kinds of copies need.

    /** Takes any site part; its value is read when it is wanted. */
    interface AnyPart {
        void take(String kind, String key, String audience, Supplier<JsonNode> value);
    }

    abstract void parts(AnyPart reader);

    final void arriveFrom(long version) {
        forgetArrival();
        arrivedFrom = version;
    }

    final void remember(List<Change> changes) {
        if (arrived.size() + changes.size() > MOST_REMEMBERED) {
            forgetArrival();
        } else if (arrivedFrom >= 0) {
            arrived.addAll(changes);
        }
    }

    final void forgetArrival() {
        arrivedFrom = -1;
        arrived.clear();
    }

    /** Hands things on some thousand at a time: made on all cores, taken in order. */
    static final class Steps<S, T> {
        private static final int STEP = 2_000;

        private final Function<S, T> maker;
        private final Consumer<T> taker;
        private final List<S> some = new ArrayList<>(STEP);

        Steps(Function<S, T> maker, Consumer<T> taker) {
            this.maker = maker;
            this.taker = taker;
        }

        void add(S one) {
            some.add(one);
            if (some.size() == STEP) {
                end();
            }
        }

        void end() {
            some.parallelStream().map(maker).toList().forEach(taker);
            some.clear();
        }
    }
}
