package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.LocalChanges;

/** Writes the rows of types; every change counts one version of the agency's model. */
@ApplicationScoped
class TypeRows {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext agencies;

    @Inject
    Ids ids;

    @Inject
    Audit audit;

    @Inject
    LocalChanges changes;

    @Inject
    Instance<TypeUse> uses;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    /** Nobody else changes the agency's types until this transaction ends. */
    void lock() {
        data.find(ModelHead.class, ModelHead.idOf(agencies.current()), LockModeType.PESSIMISTIC_WRITE);
    }

    void add(ContentType type) {
        keepVersion(type, count(type, "model.define-type"));
        data.persist(new StoredType(ids.next(), type));
        flush();
    }

    /** @param given whose fields may tell what they were before */
    void change(ContentType given) {
        keepVersion(given, count(given, "model.change-type"));
        row(given).redefine(given.settled());
        flush();
    }

    private void keepVersion(ContentType given, ModelHead head) {
        data.persist(new TypeVersion(
                ids.next(),
                given,
                head.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                calling.current().person()));
    }

    void remove(ContentType type) {
        count(type, "model.remove-type");
        data.remove(row(type));
        flush();
    }

    long countOf(ContentType type) {
        return uses.stream().mapToLong(use -> use.countOf(type)).sum();
    }

    private StoredType row(ContentType type) {
        return data.createQuery("select t from StoredType t where t.key = :key", StoredType.class)
                .setParameter("key", type.key())
                .getSingleResult();
    }

    private ModelHead count(ContentType type, String action) {
        var id = ModelHead.idOf(agencies.current());
        ModelHead head = data.find(ModelHead.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            head = new ModelHead(agencies.current());
            data.persist(head);
        }
        head.next(ids.next());
        changes.countAfterCommit();
        audit.record(action, "type/" + type.key(), Json.mapper().createObjectNode());
        return head;
    }

    private void flush() {
        try {
            data.flush();
        } catch (PersistenceException e) {
            throw new Conflict("model-busy", "Somebody else changed the types at the same moment: try again.");
        }
    }
}
