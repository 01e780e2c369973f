package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/**
 * Takes translations off a site, as one version. Their paths keep a tombstone. What is withdrawn takes all its older
 * publications along: nobody without {@code history.read} sees any of them again.
 */
@ApplicationScoped
public class UnpublishEntries {

    @Inject
    Access access;

    @Inject
    Ground ground;

    @Inject
    MakeVersion makeVersion;

    /**
     * Translations that are not published are left alone, as long as one is.
     *
     * @param why {@link Closing#SUPERSEDED} (its time is over) or {@link Closing#WITHDRAWN} (it should not have been there)
     * @throws NotFound {@code not-published} if none of them is
     */
    public Receipt perform(SiteId site, List<TranslationKey> translations, Closing why) {
        return perform(site, translations, why, Map.of());
    }

    /** The same for somebody who has seen pages. @param seen revisions that visitors see; none for whatever they see */
    public Receipt perform(
            SiteId site, List<TranslationKey> translations, Closing why, Map<TranslationKey, Seen> seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        if (why == Closing.OPEN) {
            throw new Invalid("unknown-reason", "Unpublish as superseded or as withdrawn.");
        }
        Map<TranslationKey, Closing> closings = new HashMap<>();
        translations.forEach(translation -> closings.put(translation, why));
        Act act = Act.closing(why == Closing.WITHDRAWN ? "withdraw" : "unpublish", closings);
        return makeVersion.perform(site, (batch, version) -> {
            if (ground.nonePublished(site, closings.keySet(), why == Closing.WITHDRAWN)) {
                throw new NotFound("not-published", "Nothing of this is published on site \"" + site + "\".");
            }
            refuseUnseen(site, seen);
            return act;
        });
    }

    /** If one of them gets another page after this, the plan made of the act does not hold, and this is asked again. */
    private void refuseUnseen(SiteId site, Map<TranslationKey, Seen> seen) {
        Set<UUID> entries = new HashSet<>();
        seen.keySet().forEach(translation -> entries.add(translation.entry().value()));
        Map<TranslationKey, Ground.Shown> shown = ground.shown(site, entries);
        seen.forEach((translation, revisions) -> revisions.refuseOther(Optional.ofNullable(shown.get(translation))
                .map(one -> one.revision().toString())
                .orElse("")));
    }
}
