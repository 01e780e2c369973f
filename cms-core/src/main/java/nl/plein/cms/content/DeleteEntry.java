package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteHeads;

/** Puts an entry into the trash, from where it can be taken back. Its paths become free. */
@ApplicationScoped
public class DeleteEntry {

    @Inject
    ContentSites sites;

    @Inject
    SiteHeads heads;

    @Inject
    Showing showing;

    @Inject
    Entries entries;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Idempotent.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     * @throws Conflict {@code still-published}; {@code has-children} while other entries lie under it
     */
    @Transactional
    public void perform(SiteId site, EntryId id) {
        perform(site, id, Seen.ANY);
    }

    /** The same for somebody who has seen the entry. @param seen its tags, see {@link EntryRef#tag} */
    @Transactional
    public void perform(SiteId site, EntryId id, Seen seen) {
        sites.forWriting(site);
        heads.lock(site); // or a version that is being made could show what is thrown away
        entries.refuseUnseen(site, id, seen);
        Entry entry = entries.row(site, id).orElseThrow(() -> Entries.unknown(site, id));
        if (entry.inTrash()) {
            return;
        }
        refuseUsed(site, entry);
        entry.throwAway(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        entries.translationsOf(entry).forEach(Translation::freePath);
        audit.record("content.delete-entry", "entry/" + id, Json.mapper().createObjectNode());
    }

    private void refuseUsed(SiteId site, Entry entry) {
        boolean marked = entries.translationsOf(entry).stream()
                .anyMatch(translation -> translation.publishedRevision().isPresent());
        if (marked || showing.shows(site, entry.entryId())) {
            throw new Conflict("still-published", "Visitors can see this entry: unpublish it first.");
        }
        long children = data.createQuery(
                        "select count(e) from Entry e where e.parent = :parent and e.deletedAt is null", Long.class)
                .setParameter("parent", entry.id())
                .getSingleResult();
        if (children > 0) {
            throw new Conflict(
                    "has-children",
                    children + (children == 1 ? " entry lies" : " entries lie") + " under this one: move or delete "
                            + (children == 1 ? "it" : "them") + " first.");
        }
    }
}
