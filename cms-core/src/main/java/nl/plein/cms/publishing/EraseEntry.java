package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Erases an entry, as one version: takes it off the site, overwrites its words, titles and paths in all publications,
 * deletes the assets that only it used, and tells followers to purge it. Can't be undone, not by roll-back either. Idempotent.
 */
@ApplicationScoped
public class EraseEntry {

    @Inject
    Access access;

    @Inject
    Entries entries;

    @Inject
    Ground ground;

    @Inject
    OrphanedAssets orphanedAssets;

    @Inject
    MakeVersion makeVersion;

    public Receipt perform(SiteId site, EntryId entry) {
        return perform(site, entry, Seen.ANY);
    }

    /**
     * The same for somebody who has seen the entry.
     *
     * @param seen its tags, see {@link nl.plein.cms.content.EntryRef#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry} for one that was never on this site
     */
    public Receipt perform(SiteId site, EntryId entry, Seen seen) {
        access.require(Permission.SITE_MANAGE, site);
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long version) {
                if (!ground.remembers(site, entry)) {
                    entries.get(site, entry);
                }
                return erasing(site, entry);
            }

            @Override
            public void refuseUnseen(SiteRef now) {
                entries.refuseUnseen(site, entry, seen);
            }
        });
    }

    /** As the site is now; whatever is published of the entry before it is locked makes this anew. */
    Act erasing(SiteId site, EntryId entry) {
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
                Set.of(),
                0);
    }
}
