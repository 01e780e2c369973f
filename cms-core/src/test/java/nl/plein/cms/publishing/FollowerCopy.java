package nl.plein.cms.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.plein.cms.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A follower's copy of a site, as a careless machine would keep it: it applies each page at once, may be killed between
 * any two items, and keeps only what it has written down.
 */
final class FollowerCopy {

    private final Newsroom room;
    private final Viewer viewer;

    /** What survives a kill. */
    final Map<String, String> entries = new HashMap<>();

    final Map<String, String> parts = new HashMap<>();
    private long at;
    private @Nullable Long reading;

    FollowerCopy(Newsroom room, Viewer viewer) {
        this.room = room;
        this.viewer = viewer;
    }

    long at() {
        return at;
    }

    /** A kill at a random item; whatever was applied stays applied, the cursor does not move. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Reads once to the end, or is killed on the way. @param lives how many items it may apply; negative for all */
    void walk(int pageSize, int lives) {
        ChangeFeed feed = room.plein.get(ChangeFeed.class);
        int left = lives;
        Long until = reading;
        ChangePage page = room.in(() -> feed.read(room.id(), at, until, viewer, null, pageSize));
        reading = page.until();
        while (true) {
            for (Change change : page.items()) {
                if (left == 0) {
                    throw new Killed();
                }
                left--;
                apply(change);
            }
            if (page.complete()) {
                at = page.until();
                reading = null;
                return;
            }
            String next = page.next().orElseThrow();
            page = room.in(() -> feed.read(room.id(), at, null, viewer, next, pageSize));
        }
    }

    /** Walks to the newest version, killed again and again. */
    void walkUnderFire(Random random) {
        try {
            walk(1 + random.nextInt(7), random.nextInt(40) - 8);
        } catch (Killed e) {
            // and on with what was written down
        }
    }

    private void apply(Change change) {
        if (change instanceof Change.EntryThere there) {
            entries.put(key(there.publication()), words(there.publication()));
        } else if (change instanceof Change.EntryGone gone) {
            entries.remove(gone.locale() + " " + gone.audience() + " " + gone.path() + " " + gone.entry());
        } else if (change instanceof Change.PartThere part) {
            parts.put(key(part.part()), part.part().value().toString());
        } else if (change instanceof Change.PartGone gone) {
            parts.remove(gone.kind() + " " + gone.audience() + " " + gone.key());
        } else if (change instanceof Change.Purged purged) {
            String id = purged.entry().toString();
            entries.keySet().removeIf(key -> key.endsWith(id));
            parts.values().removeIf(value -> value.contains(id));
        }
    }

    static String key(Publication publication) {
        return publication.locale() + " " + publication.audience() + " " + publication.path() + " "
                + publication.entry();
    }

    static String words(Publication publication) {
        return publication.title() + " " + publication.fields();
    }

    static String key(SitePart part) {
        return part.kind() + " " + part.audience() + " " + part.key();
    }

    /** The truth, read in another way than the feed reads it. */
    static Map<String, String> truth(Newsroom room, Viewer viewer) {
        Map<String, String> truth = new TreeMap<>();
        room.in(() -> room.plein.get(StagedRows.class).open(room.id())).stream()
                .filter(publication -> viewer.sees(publication.audience()))
                .forEach(publication -> truth.put(key(publication), words(publication)));
        return truth;
    }

    static Map<String, String> trueParts(Newsroom room, Viewer viewer) {
        Map<String, String> truth = new TreeMap<>();
        room.in(() -> room.plein.get(StagedRows.class).openParts(room.id())).stream()
                .filter(part -> viewer.sees(part.audience()))
                .forEach(part -> truth.put(key(part), part.value().toString()));
        return truth;
    }
}
