package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.tenancy.PlatformData;

/**
 * The durable part of asking: claim an address and its host, then write down what came of it. Between the two lies the request,
 * outside of any transaction. Who dies there leaves claims that end by themselves.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class LinkSteps {

    private static final int AT_ONCE = 500;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Clock clock;

    /** Makes rows for addresses that were linked to lately. @return how many links were looked at */
    int takeIn() {
        Instant now = now();
        List<LinkUse> fresh = platform.createQuery(
                        "select u from LinkUse u where u.fresh = true order by u.link", LinkUse.class)
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (LinkUse use : fresh) {
            if (platform.find(OutsideLink.class, use.link()) == null) {
                platform.persist(new OutsideLink(use.url(), now));
            }
            use.grow();
        }
        return fresh.size();
    }

    /** The address that is due longest and whose host is free. */
    Optional<URI> claim() {
        Instant now = now();
        Optional<OutsideLink> due = platform.createQuery(
                        "select l from OutsideLink l where l.nextAt <= :now and l.host not in"
                                + " (select h.host from OutsideHost h where h.freeAt > :now) order by l.nextAt",
                        OutsideLink.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        if (due.isEmpty() || !claimHost(due.get().host(), now)) {
            return Optional.empty();
        }
        due.get().claim(now);
        return Optional.of(due.get().url());
    }

    /** A host to which an address led. @return whether nobody is at it */
    boolean claimHost(String host) {
        return claimHost(host, now());
    }

    /** Of two that claim a new host at once the second fails at its commit, and comes again. */
    private boolean claimHost(String host, Instant now) {
        OutsideHost row = platform.find(OutsideHost.class, host, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new OutsideHost(host, now);
            platform.persist(row);
        }
        if (!row.isFree(now)) {
            return false;
        }
        row.claim(now);
        return true;
    }

    void release(String host, Duration rest) {
        OutsideHost row = platform.find(OutsideHost.class, host, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            row.release(now(), rest);
        }
    }

    /** An address that was forgotten meanwhile stays forgotten. */
    void settle(URI url, Verdict verdict) {
        UUID id = OutsideLink.idOf(url);
        OutsideLink link = platform.find(OutsideLink.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (link != null) {
            link.settle(verdict, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
