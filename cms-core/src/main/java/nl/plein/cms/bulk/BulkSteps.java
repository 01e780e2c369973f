package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.AgencyData;

/**
 * The durable part of a change. What is done to an item and the note of it are one transaction: whatever moment a node dies at, both
 * are there or neither. The rows are locked first, so that nothing is done twice.
 */
@ApplicationScoped
@Transactional
class BulkSteps {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Calling calling;

    @Inject
    Persons persons;

    @Inject
    BulkChanges changes;

    @Inject
    DoItems doItems;

    @Inject
    UndoItems undoItems;

    /** What is done, or undone. */
    BulkAct actOf(BulkRef change) {
        return original(change).wish().act();
    }

    List<ItemRef> waiting(BulkRef change, int most) {
        return data.createQuery(
                        "select i from BulkItem i where i.bulk = :bulk and i.outcome = :waiting order by i.number",
                        BulkItem.class)
                .setParameter("bulk", change.id().value())
                .setParameter("waiting", ItemOutcome.WAITING)
                .setMaxResults(most)
                .getResultStream()
                .map(BulkItem::ref)
                .toList();
    }

    /** @throws nl.plein.cms.kernel.Refusal if a rule says no to one of them; nothing is done then */
    void perform(BulkRef change, List<ItemRef> items) {
        List<BulkItem> waiting = locked(items);
        if (waiting.isEmpty()) {
            return;
        }
        refuseBlocked();
        List<ItemRef> wanted = waiting.stream().map(BulkItem::ref).toList();
        Map<UUID, BulkItem.Did> done = change.wish().act() == BulkAct.UNDO
                ? undoItems.perform(original(change), wanted)
                : doItems.perform(change, wanted);
        for (BulkItem item : waiting) {
            item.done(Objects.requireNonNull(done.get(item.ref().id())));
        }
    }

    void refuse(ItemRef item, String code, String sentence) {
        locked(List.of(item)).forEach(row -> row.refuse(code, sentence));
    }

    /** Who is let in no longer changes nothing, also by what was asked for before. */
    private void refuseBlocked() {
        calling.current()
                .person()
                .filter(person ->
                        persons.find(person).filter(found -> !found.isBlocked()).isEmpty())
                .ifPresent(person -> {
                    throw new NotPermitted(
                            "person-blocked",
                            "Whoever asked for this is let in no longer: somebody else has to ask again.");
                });
    }

    private BulkRef original(BulkRef change) {
        return change.undoes().map(id -> changes.get(change.site(), id)).orElse(change);
    }

    private List<BulkItem> locked(List<ItemRef> items) {
        return data.createQuery("select i from BulkItem i where i.id in :ids order by i.number", BulkItem.class)
                .setParameter("ids", items.stream().map(ItemRef::id).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(BulkItem::isWaiting)
                .toList();
    }
}
