package nl.plein.cms.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.plein.cms.tenancy.PlatformData;

/** Work that recurs and that one node does for all: whoever comes first in a while takes the turn. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Turns {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Clock clock;

    /** @return whether it is the caller's turn; nobody else gets it for so long, even if the caller dies */
    public boolean take(String name, Duration every) {
        Instant now = clock.instant();
        int taken = platform.createQuery(
                        "update LastTurn t set t.began = :now where t.name = :name and t.began <= :due")
                .setParameter("now", now)
                .setParameter("name", name)
                .setParameter("due", now.minus(every))
                .executeUpdate();
        return taken > 0 || isFirst(name, now);
    }

    private boolean isFirst(String name, Instant now) {
        if (platform.find(LastTurn.class, name) != null) {
            return false;
        }
        platform.persist(new LastTurn(name, now));
        platform.flush(); // two nodes would both insert: the second fails here, and has its turn another time
        return true;
    }
}
