package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;

/** Makes the drafts of translations visible, as one version. */
@ApplicationScoped
public class PublishEntries {

    private static final int STAGED_AT_ONCE = 500;

    @Inject
    Staging staging;

    @Inject
    MakeVersion makeVersion;

    Receipt publish(SiteId site, List<Publishable> ready) {
        if (ready.isEmpty()) {
            throw new Invalid("nothing-to-publish", "Name at least one translation to publish.");
        }
        refuseCollisions(ready);
        long batch = staging.begin(site);
        Map<TranslationKey, Standing> staged = new LinkedHashMap<>();
        try {
            for (int from = 0; from < ready.size(); from += STAGED_AT_ONCE) {
                int to = Math.min(from + STAGED_AT_ONCE, ready.size());
                staged.putAll(staging.publications(site, batch, ready.subList(from, to)));
            }
        } catch (RuntimeException e) {
            makeVersion.clear(site, batch);
            throw e;
        }
        Act act = Act.opening(staged);
        return makeVersion.perform(site, batch, (sameBatch, version) -> act);
    }

    /** Those within the list; collisions with what is open are found when the act is planned, and again under the lock. */
    private static void refuseCollisions(List<Publishable> ready) {
        Map<TranslationKey, Standing> opening = new HashMap<>();
        for (Publishable one : ready) {
            var standing = new Standing(Nil.ID, one.translation(), one.audience(), one.path());
            if (opening.put(one.translation(), standing) != null) {
                throw new Invalid(
                        "double",
                        "Entry " + one.translation().entry() + " is named twice in "
                                + one.translation().locale() + ".");
            }
        }
        new Pages(Map.of(), opening, List.of()).refuseCollisions();
    }
}
