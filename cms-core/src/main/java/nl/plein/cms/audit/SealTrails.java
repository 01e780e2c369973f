package nl.plein.cms.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.TrailKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals new events within a second. Only agencies in which something happened are visited; after a start all are, once.
 * Two nodes that seal one agency at the same time wait for each other at its head.
 */
@ApplicationScoped
class SealTrails {

    private static final Logger LOG = System.getLogger(SealTrails.class.getName());

    @Inject
    AuditTrail trail;

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    TrailKey key;

    @Inject
    @Background
    ThreadFactory threads;

    private final Set<AgencyId> waiting = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService pulse;

    void start(@Observes @Priority(500) Startup event) {
        agencies.all().stream().map(Agency::id).forEach(waiting::add);
        waiting.add(Audit.PLATFORM);
        if (key.isFresh()) {
            waiting.forEach(agency -> context.in(agency, trail::adopt));
        }
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        pulse.scheduleWithFixedDelay(this::sealAll, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    /** Something happened in this agency. */
    void soon(AgencyId agency) {
        waiting.add(agency);
    }

    private void sealAll() {
        for (AgencyId agency : Set.copyOf(waiting)) {
            waiting.remove(agency);
            try {
                context.in(agency, () -> {
                    while (trail.seal() > 0) {
                        LOG.log(Level.TRACE, "sealed the trail of {0}", agency);
                    }
                });
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the trail of {0} is sealed at the next try: {1}", agency, e);
                waiting.add(agency);
            }
        }
    }
}
