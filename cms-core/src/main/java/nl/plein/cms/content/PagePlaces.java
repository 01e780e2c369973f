package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Which paths of a site are taken, for as long as one act lasts. The database has the last word. */
@Dependent
class PagePlaces {

    private static final int CHUNK = 1_000;
    private static final int MOST_NUMBERS = 10_000;

    @Inject
    @AgencyData
    EntityManager data;

    private final Map<String, UUID> taken = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> released = new HashSet<>();

    /** Asks the database without sending it what this act has changed so far: that is known here, and sending it for each
     *  question would cost more than all else. */
    private void look(SiteId site, Collection<String> keys) {
        List<String> unknown = keys.stream().filter(asked::add).distinct().toList();
        for (int from = 0; from < unknown.size(); from += CHUNK) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + CHUNK));
            data.createQuery(
                            "select t.pathKey, t.id from Translation t where t.site = :site and t.pathKey in :keys",
                            Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("keys", some)
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultStream()
                    .filter(row -> !released.contains(row[0] + " " + row[1]))
                    .forEach(row -> taken.put((String) row[0], (UUID) row[1]));
        }
    }

    /**
     * Puts the page at the path, or at the next numbered one.
     *
     * @return whether it got a number
     * @throws Conflict {@code path-taken}
     */
    boolean take(Entry entry, Translation translation, String path, NewEntry.WhenTaken whenTaken) {
        if (path.isEmpty()) {
            release(translation);
            translation.lieAt("", entry.audience());
            return false;
        }
        for (int number = 1; number < MOST_NUMBERS; number++) {
            String candidate = Paths.numbered(path, number);
            String key = Translation.keyOf(candidate, entry.audience());
            lookAround(entry, path, number);
            UUID holder = taken.get(key);
            if (holder == null || holder.equals(translation.id())) {
                release(translation);
                translation.lieAt(candidate, entry.audience());
                taken.put(key, translation.id());
                return number > 1;
            }
            if (whenTaken == NewEntry.WhenTaken.REFUSE) {
                break;
            }
        }
        throw taken(path);
    }

    /** Numbers are looked up in growing groups: thousands of pages may want one path. */
    private void lookAround(Entry entry, String path, int number) {
        if (asked.contains(Translation.keyOf(Paths.numbered(path, number), entry.audience()))) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (int ahead = number; ahead < number + (number == 1 ? 1 : 50); ahead++) {
            keys.add(Translation.keyOf(Paths.numbered(path, ahead), entry.audience()));
        }
        look(entry.site(), keys);
    }

    private void release(Translation translation) {
        taken.remove(translation.pathKey(), translation.id());
        released.add(translation.pathKey() + " " + translation.id());
    }

    static Conflict taken(String path) {
        return new Conflict(
                "path-taken",
                "Another page lies at \"" + path + "\": choose another slug or path.",
                List.of(),
                Map.of("path", path));
    }
}
