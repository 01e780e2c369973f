package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** Takes an entry back from the trash, as a draft, to where its pages would lie now. */
@ApplicationScoped
public class RestoreEntry {

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Audit audit;

    @Inject
    Instance<Moving> movings;

    /**
     * Idempotent.
     *
     * @return the pages whose paths are others than before
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken} by another page meanwhile: move that one, or delete it
     */
    @Transactional
    public List<MoveEntry.Moved> perform(SiteId id, EntryId entryId) {
        return perform(id, entryId, Seen.ANY);
    }

    /** The same for somebody who has seen the entry. @param seen its tags, see {@link EntryRef#tag} */
    @Transactional
    public List<MoveEntry.Moved> perform(SiteId id, EntryId entryId, Seen seen) {
        SiteRef site = sites.forWriting(id);
        entries.refuseUnseen(id, entryId, seen);
        Entry entry = entries.row(id, entryId).orElseThrow(() -> Entries.unknown(id, entryId));
        if (!entry.inTrash()) {
            return List.of();
        }
        entry.takeBack();
        audit.record("content.restore-entry", "entry/" + entryId, Json.mapper().createObjectNode());
        try (Instance.Handle<Moving> moving = movings.getHandle()) {
            return moving.get().move(site, entry, MoveEntry.To.WHERE_IT_IS);
        }
    }
}
