package nl.plein.cms.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.ReleaseOutlook;

/** Says what a release would do if it were published now, and what stands in its way. Changes nothing. */
@ApplicationScoped
public class ReviewRelease {

    @Inject
    Access access;

    @Inject
    Releases releases;

    @Inject
    ReleaseOutlook releaseOutlook;

    /** What visitors would notice. */
    public enum Effect {
        APPEARS,
        CHANGES,
        MOVES,
        VANISHES,
        NOTHING;

        /** The name in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One translation.
     *
     * @param title    of the draft; empty if it is gone
     * @param pathNow  where visitors find it; empty if they don't
     * @param pathThen where they would
     * @param findings why it can't be published; a release with one is refused whole
     * @param alsoIn   names of other planned releases that have it
     */
    public record Line(
            ReleaseItem item,
            String title,
            Effect effect,
            Optional<String> pathNow,
            Optional<String> pathThen,
            List<Finding> findings,
            List<String> alsoIn) {}

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-release} */
    public List<Line> perform(SiteId site, ReleaseId id) {
        access.require(Permission.CONTENT_WRITE, site);
        Release release = releases.get(site, id);
        List<ReleaseItem> items = releases.items(release);
        Map<TranslationKey, List<String>> others = releases.alsoIn(release);
        Map<TranslationKey, ReleaseOutlook.Outlook> outlooks = outlooks(site, items);
        return items.stream()
                .map(item -> line(
                        item,
                        Objects.requireNonNull(outlooks.get(item.translation())),
                        others.getOrDefault(item.translation(), List.of())))
                .toList();
    }

    Map<TranslationKey, ReleaseOutlook.Outlook> outlooks(SiteId site, List<ReleaseItem> items) {
        return releaseOutlook.of(
                site, ReleaseItem.those(items, ReleaseAct.PUBLISH), ReleaseItem.those(items, ReleaseAct.UNPUBLISH));
    }

    private static Line line(ReleaseItem item, ReleaseOutlook.Outlook outlook, List<String> others) {
        return new Line(
                item,
                outlook.title(),
                effect(outlook),
                outlook.pathNow(),
                outlook.pathThen(),
                outlook.findings(),
                others);
    }

    private static Effect effect(ReleaseOutlook.Outlook outlook) {
        if (outlook.same()) {
            return Effect.NOTHING;
        }
        if (outlook.pathNow().isEmpty()) {
            return Effect.APPEARS;
        }
        if (outlook.pathThen().isEmpty()) {
            return Effect.VANISHES;
        }
        return outlook.pathThen().equals(outlook.pathNow()) ? Effect.CHANGES : Effect.MOVES;
    }
}
