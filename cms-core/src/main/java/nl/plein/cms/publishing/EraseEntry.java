package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/**
 * Erases an entry, as one version: takes it off the site, overwrites its words, titles and paths in all publications,
 * deletes the assets that only it used, and tells followers to purge it. Can't be undone, not by roll-back either. Idempotent.
 */
@ApplicationScoped
public class EraseEntry {

    @Inject
    Access access;

    @Inject
    Ground ground;

    @Inject
    OrphanedAssets orphanedAssets;

    @Inject
    MakeVersion makeVersion;

    public Receipt perform(SiteId site, EntryId entry) {
        access.require(Permission.SITE_MANAGE, site);
        return makeVersion.perform(site, (batch, version) -> erasing(site, entry));
    }

    private Act erasing(SiteId site, EntryId entry) {
        Map<TranslationKey, Closing> closings = new HashMap<>();
        ground.openOf(site, Set.of(entry.value())).forEach(open -> closings.put(open.translation(), Closing.WITHDRAWN));
        return new Act(
                "erase",
                Map.of(),
                closings,
                List.of(),
                Set.of(),
                Set.of(entry),
                orphanedAssets.without(site, entry),
                0);
    }
}
