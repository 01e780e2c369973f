package nl.plein.cms.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.tenancy.AgencyData;

/**
 * The chain of an agency's acts. Sealing gives new events their numbers and ties each to the one before it, so that a
 * removed or altered row is found. It happens beside the acts, not in them, so that no act waits for another.
 */
@ApplicationScoped
public class AuditTrail {

    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    /** Seals what is not sealed yet, oldest first; one node at a time may do so. @return how many were sealed */
    @Transactional
    public int seal() {
        Optional<AuditEvent> last =
                sealed("desc").setMaxResults(1).getResultStream().findFirst();
        long number = last.flatMap(AuditEvent::number).orElse(0L);
        String seal = last.map(AuditEvent::seal).orElse("");
        List<AuditEvent> fresh = data.createQuery(
                        "select e from AuditEvent e where e.number is null order by e.at, e.id", AuditEvent.class)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
        for (AuditEvent event : fresh) {
            number++;
            event.sealAs(number, seal);
            seal = event.seal();
        }
        return fresh.size();
    }

    /** @return the first event whose number or seal does not follow from the one before it; empty if all do */
    @Transactional
    public Optional<Long> firstBreak() {
        long number = 0;
        String seal = "";
        for (AuditEvent event : sealed("asc").getResultList()) {
            number++;
            if (!event.continues(number, seal)) {
                return Optional.of(number);
            }
            seal = event.seal();
        }
        return Optional.empty();
    }

    private jakarta.persistence.TypedQuery<AuditEvent> sealed(String order) {
        return data.createQuery(
                "select e from AuditEvent e where e.number is not null order by e.number " + order, AuditEvent.class);
    }
}
