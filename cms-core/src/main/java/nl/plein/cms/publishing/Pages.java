package nl.plein.cms.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;

/** The pages that an act touches: as they stand before it, and as they will stand. */
final class Pages {

    private final Map<TranslationKey, Standing> before;
    private final Map<TranslationKey, Standing> opening;
    private final Map<String, List<Standing>> after = new HashMap<>();

    /**
     * @param before  open publications of the translations that the act names
     * @param opening what will be open of them
     * @param staying open publications of other translations, at the places that the act touches
     */
    Pages(Map<TranslationKey, Standing> before, Map<TranslationKey, Standing> opening, Collection<Standing> staying) {
        this.before = before;
        this.opening = opening;
        staying.forEach(this::stand);
        opening.values().stream().filter(Standing::hasPage).forEach(this::stand);
    }

    private void stand(Standing standing) {
        after.computeIfAbsent(standing.path(), path -> new ArrayList<>(1)).add(standing);
    }

    Collection<Standing> before() {
        return before.values();
    }

    Collection<Standing> opening() {
        return opening.values();
    }

    Optional<Standing> successor(Standing old) {
        return Optional.ofNullable(opening.get(old.translation()));
    }

    /** Whether everybody of this audience will find a page at this path. */
    boolean servesAll(String path, Audience audience) {
        return after.getOrDefault(path, List.of()).stream()
                .anyMatch(one -> one.audience().covers(audience));
    }

    Optional<Standing> servingAll(String path, Audience audience) {
        return after.getOrDefault(path, List.of()).stream()
                .filter(one -> one.audience().covers(audience))
                .findFirst();
    }

    /** Something that is to open where something else stands, or is to open as well. */
    record Collision(Standing one, Standing other) {

        Finding finding() {
            return new Finding(
                    "",
                    "path-taken",
                    "Entry " + one.translation().entry() + " ("
                            + one.translation().locale() + ") can't stand at "
                            + one.path() + " for " + one.audience() + ": entry "
                            + other.translation().entry() + " ("
                            + other.translation().locale() + ") stands there.");
        }
    }

    List<Collision> collisions() {
        List<Collision> found = new ArrayList<>();
        for (Standing one : opening.values()) {
            for (Standing other : after.getOrDefault(one.path(), List.of())) {
                if (!other.equals(one) && one.excludes(other)) {
                    found.add(new Collision(one, other));
                }
            }
        }
        return found;
    }

    /** @throws Conflict {@code path-taken}, naming both entries and the path, once for each collision */
    void refuseCollisions() {
        List<Collision> collisions = collisions();
        if (collisions.isEmpty()) {
            return;
        }
        Collision first = collisions.get(0);
        throw new Conflict(
                "path-taken",
                first.finding().message() + " Give one of them another path.",
                collisions.stream().limit(100).map(Collision::finding).toList(),
                Map.of(
                        "path",
                        first.one().path(),
                        "entry",
                        first.one().translation().entry().toString(),
                        "takenBy",
                        first.other().translation().entry().toString()));
    }
}
