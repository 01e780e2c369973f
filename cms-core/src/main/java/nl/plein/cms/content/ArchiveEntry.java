package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;

/** Lays an entry aside, or takes it back: kept whole, out of the list of what is worked on. */
@ApplicationScoped
public class ArchiveEntry {

    @Inject
    ContentSites sites;

    @Inject
    Showing showing;

    @Inject
    Entries entries;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Idempotent. Publishing an archived entry takes it back, too.
     *
     * @param seen the entry's tags, see {@link EntryRef#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}, also for one in the trash
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws Conflict                     {@code still-published}
     */
    @Transactional
    public EntryRef perform(SiteId site, EntryId id, boolean archived, Seen seen) {
        sites.forWriting(site);
        entries.refuseUnseen(site, id, seen);
        Entry entry = entries.live(site, id);
        if (archived != entry.archivedAt().isPresent()) {
            if (archived && showing.shows(site, id)) {
                throw new Conflict("still-published", "Visitors can see this entry: unpublish it first.");
            }
            entry.archive(archived ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : null);
            audit.record(
                    archived ? "content.archive-entry" : "content.unarchive-entry",
                    "entry/" + id,
                    Json.mapper().createObjectNode());
        }
        return entries.get(site, id);
    }
}
