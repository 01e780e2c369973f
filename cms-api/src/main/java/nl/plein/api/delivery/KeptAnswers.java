package nl.plein.api.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Read;
import nl.plein.cms.publishing.Touches;
import org.jspecify.annotations.Nullable;

/** Bodies that were sent lately, up to {@code plein.delivery.cache-mib} MiB in all; those that were used last stay longest. */
@ApplicationScoped
public class KeptAnswers {

    static final String SETTING = "plein.delivery.cache-mib";
    private static final int USUAL_MIB = 64;
    private static final int LARGEST_MIB = 4_096;
    private static final int SHELVES = 16;

    /** What objects weigh beside the bytes they carry. */
    private static final int OBJECT = 48;

    @Inject
    Settings settings;

    private final Shelf[] shelves = new Shelf[SHELVES];
    private long bytes;
    private long most;

    /**
     * Two requests with equal keys are answered with the same, at one moment.
     *
     * @param audiences of the viewer, in order
     * @param query     with its parameters in order
     */
    record Key(SiteId site, List<String> audiences, long model, String path, String query) {}

    /**
     * @param version    of which it speaks
     * @param index      the documents that a list was found in; empty for single entries
     * @param until      by {@link System#nanoTime}: a list that leads on names a cursor, and cursors die
     * @param link       to the next page
     */
    record Kept(
            byte[] body,
            @Nullable String link,
            long version,
            Touches.Era era,
            String index,
            Set<Read> reads,
            long until) {}

    /** A part of the whole, with a lock of its own. */
    private static final class Shelf {
        private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
        private long bytes;

        synchronized Optional<Kept> find(Key key) {
            return Optional.ofNullable(kept.get(key));
        }

        synchronized void put(Key key, Kept answer, long most) {
            Kept before = kept.put(key, answer);
            bytes += weight(key, answer) - (before == null ? 0 : weight(key, before));
            for (var oldest = kept.entrySet().iterator(); bytes > most && oldest.hasNext(); ) {
                var one = oldest.next();
                bytes -= weight(one.getKey(), one.getValue());
                oldest.remove();
            }
        }

        synchronized void drop(Key key, Kept answer) {
            if (kept.remove(key, answer)) {
                bytes -= weight(key, answer);
            }
        }
    }

    /** A setting that can't be meant is refused at the start, and not at the first request. */
    void start(@Observes Startup event) {}

    @PostConstruct
    void open() {
        long mib = settings.get(SETTING).map(KeptAnswers::mib).orElse((long) USUAL_MIB);
        bytes = mib << 20;
        most = (bytes - bytes / QuickAnswers.PART) / SHELVES;
        for (int i = 0; i < SHELVES; i++) {
            shelves[i] = new Shelf();
        }
    }

    private static long mib(String value) {
        try {
            long mib = Long.parseLong(value.strip());
            if (mib >= 0 && mib <= LARGEST_MIB) {
                return mib;
            }
        } catch (NumberFormatException e) {
            // refused below, with the same sentence as a number out of range
        }
        throw new Invalid(
                "bad-setting",
                SETTING + " is \"" + value + "\": give whole MiB from 0, which keeps nothing, to " + LARGEST_MIB + ".");
    }

    /** All memory for answers and their questions. */
    long mostBytes() {
        return bytes;
    }

    boolean isOn() {
        return most > 0;
    }

    Optional<Kept> find(Key key) {
        return shelf(key).find(key);
    }

    /** Answers that would fill a shelf alone are not kept. */
    void put(Key key, Kept answer) {
        if (weight(key, answer) <= most) {
            shelf(key).put(key, answer, most);
        }
    }

    void drop(Key key, Kept answer) {
        shelf(key).drop(key, answer);
    }

    private Shelf shelf(Key key) {
        int hash = key.hashCode();
        return shelves[(hash ^ (hash >>> 16)) & (SHELVES - 1)];
    }

    private static long weight(Key key, Kept answer) {
        String link = answer.link();
        return answer.body().length
                + key.path().length()
                + key.query().length()
                + (link == null ? 0 : link.length())
                + (12L + 2L * answer.reads().size()) * OBJECT;
    }
}
