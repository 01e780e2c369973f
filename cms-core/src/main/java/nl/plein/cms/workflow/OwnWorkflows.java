package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** The workflows that an agency made itself, and the definitions that they have had. */
@ApplicationScoped
@Transactional
public class OwnWorkflows {

    /** How they are told: as they were given, with a tag. */
    public record Told(JsonNode definition, String tag) {}

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** By key. */
    public List<Told> told() {
        return rows().stream().map(OwnWorkflows::told).toList();
    }

    /** @throws NotFound {@code unknown-workflow} */
    public Told get(String key) {
        return told(row(key, LockModeType.NONE));
    }

    /** Newest first; also of one that was removed. */
    public List<WorkflowVersion> versions(String key) {
        return data.createQuery(
                        "select v from WorkflowVersion v where v.key = :key order by v.number desc",
                        WorkflowVersion.class)
                .setParameter("key", key)
                .getResultList();
    }

    static Told told(OwnWorkflow row) {
        return new Told(row.definition(), tag(row));
    }

    static String tag(OwnWorkflow row) {
        return Integer.toString(row.number());
    }

    List<Workflow> all() {
        return rows().stream().map(OwnWorkflow::workflow).toList();
    }

    Optional<Workflow> find(String key) {
        return findRow(key, LockModeType.NONE).map(OwnWorkflow::workflow);
    }

    OwnWorkflow row(String key, LockModeType lock) {
        return findRow(key, lock)
                .orElseThrow(() -> new NotFound(
                        "unknown-workflow", "This agency has made no workflow of the key \"" + key + "\"."));
    }

    Optional<OwnWorkflow> findRow(String key, LockModeType lock) {
        return Optional.ofNullable(data.find(OwnWorkflow.class, OwnWorkflow.idOf(context.current(), key), lock));
    }

    /** The number of the next definition of this key, whether there is one now or not. */
    int nextNumber(String key) {
        return versions(key).stream().mapToInt(WorkflowVersion::number).max().orElse(0) + 1;
    }

    void keep(OwnWorkflow row) {
        if (!data.contains(row)) {
            data.persist(row);
        }
        data.persist(new WorkflowVersion(
                ids.next(),
                row.definition(),
                row.number(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                calling.current().person()));
        data.flush();
    }

    void remove(OwnWorkflow row) {
        data.remove(row);
        data.flush();
    }

    private List<OwnWorkflow> rows() {
        return data.createQuery("select w from OwnWorkflow w order by w.key", OwnWorkflow.class)
                .getResultList();
    }
}
