package nl.plein.site.copy;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.ChangePage;
import nl.plein.site.source.Source;
import nl.plein.site.source.Source.Forgotten;
import tools.jackson.databind.JsonNode;

/**
 * Brings a copy to a version of its source. A copy of another history (the source was restored from a back-up and came to
 * the same number by other acts) begins again at zero. Purges are obeyed first, what is gone goes before what is there comes, and the copy's version
 * moves when all of it is in. May be killed at any instruction; the next run ends at the same state.
 */
public final class Sync {
    private static final int TRIES = 3;

    private final Source source;
    private final SiteCopy copy;
    private final LongConsumer progress;

    public Sync(Source source, SiteCopy copy) {
        this(source, copy, received -> {});
    }

    /** @param progress told how many changes have arrived so far */
    public Sync(Source source, SiteCopy copy, LongConsumer progress) {
        this.source = source;
        this.copy = copy;
        this.progress = progress;
    }

    /** To the newest version. @return the version of the copy */
    public long toNewest() {
        return to(OptionalLong.empty());
    }

    /** To this version, backwards too. @return the version of the copy */
    public long to(long version) {
        return to(OptionalLong.of(version));
    }

    private long to(OptionalLong until) {
        RuntimeException last = new IllegalStateException("not tried");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return walk(until);
            } catch (Forgotten | Corrupt e) {
                last = e;
                copy.clear();
            }
        }
        throw new Trouble("The site can't be copied, also not from the beginning: " + last.getMessage(), last);
    }

    private long walk(OptionalLong wanted) {
        JsonNode site = source.site();
        copy.verify();
        long newest = site.path("version").asLong(0);
        long goal = wanted.orElse(newest);
        if (goal == copy.version() && copy.site().isPresent() && copy.madeAt().equals(madeAt(site, goal))) {
            return goal;
        }
        if (goal < copy.version()) {
            copy.clear();
        }
        return fetch(site, copy.version(), wanted);
    }

    /** What the source says of its newest version; empty for others, which the first page of changes tells. */
    private static Optional<String> madeAt(JsonNode site, long version) {
        return Optional.ofNullable(site.path("madeAt").asString(null))
                .filter(at -> site.path("version").asLong(0) == version);
    }

    private long fetch(JsonNode site, long after, OptionalLong wanted) {
        copy.begin();
        ChangePage page = source.changes(after, wanted, Optional.empty());
        if (after > 0 && !page.afterMadeAt().equals(copy.madeAt())) {
            throw new Forgotten("Version " + after + " of the source is another one than the copy was made from.");
        }
        long until = page.until();
        long received = 0;
        while (true) {
            copy.collect(page.items());
            received += page.items().size();
            progress.accept(received);
            if (page.complete()) {
                copy.arrive(until, page.untilMadeAt(), site);
                return until;
            }
            page = source.changes(after, OptionalLong.of(until), page.next());
        }
    }
}
