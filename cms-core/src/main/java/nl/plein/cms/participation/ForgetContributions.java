package nl.plein.cms.participation;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/** Deletes what is older than its site keeps, each hour, and all of a site that is deleted. Idempotent; every node does. */
@ApplicationScoped
public class ForgetContributions {

    private static final Logger LOG = System.getLogger(ForgetContributions.class.getName());
    private static final int AFTER_JOBS = 3_000;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    OpenForms openForms;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Inject
    Forgetting forgetting;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable ScheduledExecutorService pulse;

    /** @return how many were deleted */
    public int perform() {
        int deleted = 0;
        for (SiteRef site : sites.all()) {
            deleted += context.in(
                    site.agency(),
                    () -> calling.as(
                            Caller.SYSTEM,
                            () -> forgetting.before(site.id(), clock.instant().minus(openForms.keeps(site)))));
        }
        return deleted;
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from Contribution c where c.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }

    void start(@Observes @Priority(AFTER_JOBS) Startup event) {
        if (settings.get("plein.upkeep").filter("off"::equals).isPresent()) {
            return;
        }
        pulse = Executors.newSingleThreadScheduledExecutor(threads);
        pulse.scheduleWithFixedDelay(this::quietly, 60, 3_600, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }

    private void quietly() {
        try {
            perform();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "forgetting goes on at the next pulse", e);
        }
    }

    /** A transaction for each site. */
    @ApplicationScoped
    static class Forgetting {

        @Inject
        @AgencyData
        EntityManager data;

        @Transactional
        int before(SiteId site, Instant then) {
            return data.createQuery("delete from Contribution c where c.site = :site and c.receivedAt < :then")
                    .setParameter("site", site.value())
                    .setParameter("then", then)
                    .executeUpdate();
        }
    }
}
