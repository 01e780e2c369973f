package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Moves the day of every open site for which midnight has passed in its time zone, each as a version of its own. Only
 * forward; idempotent; several nodes may do it at once. Sites without any version have no day yet.
 */
@ApplicationScoped
public class TurnSiteDays {

    private static final Logger LOG = System.getLogger(TurnSiteDays.class.getName());

    @Inject
    Sites sites;

    @Inject
    SiteParts parts;

    @Inject
    MakeVersion makeVersion;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Clock clock;

    /** When a site is worth looking at again; only saves looking. */
    private final Map<SiteId, Next> next = new ConcurrentHashMap<>();

    private record Next(Instant at, String timeZone) {}

    /** @return how many sites have a new day */
    public int perform() {
        int turned = 0;
        for (SiteRef site : sites.all()) {
            if (site.isOpen() && site.version() > 0 && isDue(site)) {
                turned += turn(site) ? 1 : 0;
            }
        }
        return turned;
    }

    private boolean isDue(SiteRef site) {
        @Nullable Next known = next.get(site.id());
        return known == null
                || !known.timeZone().equals(site.timeZone())
                || !known.at().isAfter(clock.instant());
    }

    private boolean turn(SiteRef site) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
        try {
            boolean turned = context.in(
                    site.agency(),
                    () -> calling.as(
                            Caller.SYSTEM, () -> moveTo(today, site.id()).madeVersion()));
            next.put(
                    site.id(),
                    new Next(today.plusDays(1).atStartOfDay(site.zone()).toInstant(), site.timeZone()));
            return turned;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the day of site " + site.id() + " turns at the next try", e);
            return false;
        }
    }

    private Receipt moveTo(LocalDate today, SiteId site) {
        return makeVersion.perform(site, (batch, version) -> {
            Optional<LocalDate> day = parts.find(
                            site, PartKind.SETTING, VersionSteps.SITE_DAY, Viewer.PUBLIC, new SiteMoment(version))
                    .map(part -> LocalDate.parse(part.value().stringValue()));
            boolean isOver = day.isEmpty() || day.get().isBefore(today);
            return Act.parts("day", isOver ? List.of(dayIs(today)) : List.of());
        });
    }

    static PartChange dayIs(LocalDate day) {
        return new PartChange(
                PartKind.SETTING,
                VersionSteps.SITE_DAY,
                Json.mapper().getNodeFactory().stringNode(day.toString()));
    }
}
