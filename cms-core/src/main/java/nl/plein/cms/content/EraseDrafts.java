package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Overwrites all words of an entry in all its revisions. Can't be undone. Called by publishing's erasure, in its transaction:
 *  publications are overwritten there. */
@ApplicationScoped
public class EraseDrafts {

    @Inject
    Entries entries;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Clock clock;

    @Inject
    Event<EntryErased> erased;

    /** Idempotent; nothing happens if there is no such entry. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void perform(SiteId site, EntryId id) {
        entries.row(site, id).ifPresent(this::erase);
        erased.fire(new EntryErased(site, id));
    }

    private void erase(Entry entry) {
        JsonNode redaction = Json.mapper().createObjectNode();
        data.createQuery("select r from Revision r where r.entry = :entry", Revision.class)
                .setParameter("entry", entry.id())
                .getResultList()
                .forEach(revision -> revision.redact(redaction));
        data.createQuery("delete from Reference r where r.entry = :entry")
                .setParameter("entry", entry.id())
                .executeUpdate();
        data.createQuery("delete from KeptDraft k where k.entry = :entry")
                .setParameter("entry", entry.id())
                .executeUpdate();
        entries.translationsOf(entry).forEach(Translation::redact);
        entry.forget();
        if (!entry.inTrash()) {
            entry.throwAway(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
