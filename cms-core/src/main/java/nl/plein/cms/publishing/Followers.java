package nl.plein.cms.publishing;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.plein.cms.jobs.JobRunner;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every follower walking towards the newest version of every site, with few threads for any number of sites. A
 * commit wakes it; a look around each second finds what a wake-up missed. A follower that fails on one site is tried
 * again later, and holds up neither other sites nor other followers.
 */
@ApplicationScoped
public class Followers {

    private static final Logger LOG = System.getLogger(Followers.class.getName());
    private static final int THREADS = 4;

    @Inject
    @Any
    Instance<Follower> beans;

    @Inject
    FollowerCursors cursors;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Node node;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    @Background
    ThreadFactory threads;

    private final Set<Walk> queued = ConcurrentHashMap.newKeySet();
    private final Set<Walk> running = ConcurrentHashMap.newKeySet();
    private final Pace<Walk> pace = new Pace<>(System::nanoTime);
    private final Set<SiteId> woken = ConcurrentHashMap.newKeySet();
    private final AtomicLong looked = new AtomicLong(System.nanoTime());
    private @Nullable ScheduledExecutorService pulse;
    private @Nullable ExecutorService walkers;

    /** One follower on one site; there is never more than one of the same on a node. */
    private record Walk(String cursor, SiteId site) {}

    void start(@Observes @Priority(JobRunner.STARTS_AT + 100) Startup event) {
        walkers = Executors.newFixedThreadPool(THREADS, threads);
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        looked.set(System.nanoTime());
        pulse.scheduleWithFixedDelay(this::lookAround, 1_000, 1_000, TimeUnit.MILLISECONDS);
        pulse.scheduleWithFixedDelay(this::renew, 5, 5, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
        if (walkers != null) {
            walkers.shutdownNow();
        }
    }

    /** This site may have a new version: look at it now, not at the next pulse. Loses nothing if it is not called. */
    public void wake(SiteId site) {
        if (pulse != null && woken.add(site)) {
            pulse.execute(() -> {
                woken.remove(site);
                sites.find(site).ifPresent(ref -> look(List.of(ref)));
            });
        }
    }

    /** Walks everything that is due, in this thread, until nothing is. For tests and the command line. */
    public void catchUp() {
        boolean walked = true;
        while (walked) {
            walked = false;
            for (Due due : due(sites.all())) {
                walked |= walk(due);
            }
        }
    }

    /**
     * Walks one follower on one site in this thread, so that the caller reads what it has just written; does nothing in a
     * transaction, whose versions nobody sees yet.
     */
    public void walkNow(String follower, SiteId site) {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return;
        }
        Optional<SiteRef> ref = sites.find(site);
        Follower named = ref.isEmpty() ? null : named(follower);
        if (named == null) {
            return;
        }
        var due = new Due(named, cursorOf(named), ref.get());
        for (int tries = 0; tries < 1_000 && !walk(due) && running.contains(due.walk()); tries++) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private @Nullable Follower named(String name) {
        for (Follower follower : beans) {
            if (follower.name().equals(name)) {
                return follower;
            }
        }
        return null;
    }

    /** Followers that need somebody to look at them. */
    public List<Parked> parked() {
        return cursors.parked();
    }

    /** Whether another node of this installation has followed anything lately. */
    public boolean hasOtherNodes(Duration lately) {
        return cursors.hasOthers(node.name(), lately);
    }

    /** How long ago this node last looked at all sites: about a second, as long as its followers are alive. */
    public Duration sinceLook() {
        return Duration.ofNanos(System.nanoTime() - looked.get());
    }

    /** How far each follower is behind, over all sites, as seen from this node. */
    public List<FollowerLag> lags() {
        Map<String, Follower> named = named();
        if (named.isEmpty()) {
            return List.of();
        }
        List<SiteRef> all = sites.all();
        var known = cursors.all(named.keySet());
        List<FollowerLag> lags = new ArrayList<>();
        named.forEach(
                (cursor, follower) -> lags.add(FollowerLag.of(follower, all, known.getOrDefault(cursor, Map.of()))));
        return lags;
    }

    /** Tries a parked follower again at once. */
    public void retry(String follower, SiteId site) {
        cursors.retry(follower, site);
        wake(site);
    }

    /** How far a follower has come with a site. */
    public long reached(String follower, SiteId site) {
        Follower one = named(follower);
        return one == null
                ? 0
                : one.reached(site)
                        .orElseGet(() -> cursors.reached(cursorOf(one), site).orElse(0));
    }

    void forget(@Observes SiteDeleted deleted) {
        cursors.forget(deleted.site().id());
    }

    private record Due(Follower follower, String cursor, SiteRef site) {
        Walk walk() {
            return new Walk(cursor, site.id());
        }
    }

    private void lookAround() {
        try {
            look(sites.all());
            pace.forgetOver();
            looked.set(System.nanoTime());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "followers wait for the next pulse", e);
        }
    }

    private void look(Collection<SiteRef> at) {
        try {
            for (Due due : due(at)) {
                if (walkers != null
                        && !isResting(due.walk())
                        && !running.contains(due.walk())
                        && queued.add(due.walk())) {
                    walkers.execute(() -> {
                        queued.remove(due.walk());
                        if (walk(due)) {
                            wake(due.site().id()); // for versions that came meanwhile
                        }
                    });
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "followers wait for the next pulse", e);
        }
    }

    /** Whoever rests is looked at again when the rest is over. */
    private boolean isResting(Walk walk) {
        if (pace.left(walk).isZero()) {
            return false;
        }
        if (pulse != null && pace.await(walk)) {
            pulse.schedule(
                    () -> {
                        pace.awaited(walk);
                        wake(walk.site());
                    },
                    pace.left(walk).toNanos(),
                    TimeUnit.NANOSECONDS);
        }
        return true;
    }

    private List<Due> due(Collection<SiteRef> at) {
        Map<String, Follower> named = named();
        if (named.isEmpty() || at.isEmpty()) {
            return List.of();
        }
        var known = cursors.all(named.keySet());
        List<Due> due = new ArrayList<>();
        named.forEach((cursor, follower) -> {
            Map<SiteId, FollowerCursor> here = known.getOrDefault(cursor, Map.of());
            for (SiteRef site : at) {
                FollowerCursor row = here.get(site.id());
                if (site.version() > reached(follower, site.id(), row) && (row == null || cursors.mayTry(row))) {
                    due.add(new Due(follower, cursor, site));
                }
            }
        });
        return due;
    }

    private Map<String, Follower> named() {
        Map<String, Follower> named = new HashMap<>();
        beans.forEach(follower -> named.put(cursorOf(follower), follower));
        return named;
    }

    static long reached(Follower follower, SiteId site, @Nullable FollowerCursor row) {
        return follower.reached(site).orElse(row == null ? 0 : row.number());
    }

    /** @return whether it came further */
    private boolean walk(Due due) {
        if (!running.add(due.walk())) {
            return false;
        }
        SiteId id = due.site().id();
        long began = System.nanoTime();
        try {
            if (due.follower().scope() == Follower.Scope.DATABASE) {
                return context.in(
                        due.site().agency(),
                        () -> cursors.together(
                                due.cursor(),
                                id,
                                (site, from) -> calling.as(Caller.SYSTEM, () -> follow(due.follower(), site, from))));
            }
            OptionalLong stored = cursors.claim(due.cursor(), id, node.name());
            SiteRef site = sites.find(id).orElse(due.site());
            long from = due.follower().reached(id).orElse(stored.orElse(site.version()));
            if (stored.isEmpty() || site.version() <= from) {
                return false;
            }
            context.in(site.agency(), () -> calling.as(Caller.SYSTEM, () -> follow(due.follower(), site, from)));
            cursors.moveTo(due.cursor(), id, site.version());
            pace.began(due.walk(), began, due.follower().pace());
            return true;
        } catch (RuntimeException e) {
            fail(due, e);
            return false;
        } finally {
            running.remove(due.walk());
        }
    }

    private static void follow(Follower follower, SiteRef site, long from) {
        try {
            follower.follow(site, from, site.version());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(e);
        }
    }

    private void fail(Due due, RuntimeException failure) {
        String what = due.cursor() + " on site " + due.site().id();
        try {
            if (cursors.fail(due.cursor(), due.site().id(), String.valueOf(failure.getMessage()))) {
                LOG.log(Level.ERROR, "ALARM: follower " + what + " is parked after five tries", failure);
            } else {
                LOG.log(Level.WARNING, "follower " + what + " failed and is tried again", failure);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "follower " + what + " failed, and so did writing it down", e);
        }
    }

    private void renew() {
        for (Walk walk : running) {
            try {
                cursors.renew(walk.cursor(), walk.site(), node.name());
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "a claim is renewed at the next pulse", e);
            }
        }
    }

    private String cursorOf(Follower follower) {
        return follower.scope() == Follower.Scope.NODE ? follower.name() + "@" + node.name() : follower.name();
    }
}
