package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyData;

/** Adds revisions to translations, together with what they point at. */
@Dependent
class Revisions {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Calling calling;

    @Inject
    Event<DraftsWritten> draftsWritten;

    private final List<UUID> outdated = new ArrayList<>();
    private final List<DraftsWritten.Words> written = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    /** The next revision becomes the draft. Written with {@link #flush}. */
    Revision add(Entry entry, Translation translation, Payload payload) {
        Revision revision = next(entry, translation, payload);
        translation.advance(revision, payload.title());
        return revision;
    }

    /** The same for what the draft says already, by the fields that its type has now. */
    Revision carry(Entry entry, Translation translation, Payload payload) {
        Revision revision = next(entry, translation, payload);
        revision.carryOver();
        translation.carry(revision, payload.title());
        return revision;
    }

    private Revision next(Entry entry, Translation translation, Payload payload) {
        Revision revision = new Revision(
                ids.next(),
                entry,
                translation,
                payload,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                calling.current().person().map(PersonId::value).orElse(null));
        if (revision.number() > 1) {
            outdated.add(translation.id());
        }
        data.persist(revision);
        written.add(new DraftsWritten.Words(entry.site(), translation.key(), entry.type(), payload.json()));
        Set<Payload.Pointer> pointers = new HashSet<>(payload.pointers());
        pointers.forEach(pointer -> references.add(new Reference(ids.next(), entry, translation, pointer)));
        return revision;
    }

    /** Sends all to the database, so that what it refuses is refused here. @throws Conflict {@code changed-meanwhile} */
    void flush() {
        try {
            if (!outdated.isEmpty()) {
                data.createQuery("delete from Reference r where r.translation in :outdated")
                        .setParameter("outdated", outdated)
                        .executeUpdate();
            }
            references.forEach(data::persist);
            data.flush();
        } catch (OptimisticLockException e) {
            throw meanwhile();
        } catch (PersistenceException e) {
            throw collision(e);
        }
        if (!written.isEmpty()) {
            draftsWritten.fire(new DraftsWritten(written));
        }
        outdated.clear();
        references.clear();
        written.clear();
    }

    /** Two acts at one moment: a unique path, locale or origin was taken between looking and writing. */
    private static RuntimeException collision(PersistenceException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(java.util.Locale.ROOT);
            if (message.contains("translation_path")) {
                return new Conflict(
                        "path-taken", "Another page took this path a moment ago: choose another slug or path.");
            }
            if (message.contains("translation_locale")
                    || message.contains("entry_origin")
                    || message.contains("revision_number")) {
                return meanwhile();
            }
        }
        return e;
    }

    private static Conflict meanwhile() {
        return new Conflict(
                "changed-meanwhile", "Somebody else changed this at the same moment: read it again and try again.");
    }
}
