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

    /** @throws Conflict {@code path-taken}, naming both entries and the path, once for each collision */
    void refuseCollisions() {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> first = new HashMap<>();
        for (Standing one : opening.values()) {
            for (Standing other : after.getOrDefault(one.path(), List.of())) {
                if (!other.equals(one) && one.excludes(other)) {
                    findings.add(new Finding("", "path-taken", sentence(one, other)));
                    first.putIfAbsent("path", one.path());
                    first.putIfAbsent("entry", one.translation().entry().toString());
                    first.putIfAbsent("takenBy", other.translation().entry().toString());
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new Conflict(
                    "path-taken",
                    findings.get(0).message() + " Give one of them another path.",
                    findings.subList(0, Math.min(findings.size(), 100)),
                    first);
        }
    }

    private static String sentence(Standing one, Standing other) {
        return "Entry " + one.translation().entry() + " (" + one.translation().locale() + ") can't stand at "
                + one.path() + " for " + one.audience() + ": entry "
                + other.translation().entry() + " (" + other.translation().locale() + ") stands there.";
    }
}
