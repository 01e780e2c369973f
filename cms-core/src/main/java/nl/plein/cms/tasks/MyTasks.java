package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Membership;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * What waits for the caller, on all sites that they work on, whatever the agency: what was assigned to them, and what nobody
 * was assigned to and they may bring further. Each agency is read in a transaction of its own.
 */
@ApplicationScoped
public class MyTasks {

    /** Rows that are looked at, those with the nearest deadlines first. */
    static final int MOST = 1_000;

    @Inject
    Access access;

    @Inject
    Memberships memberships;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Tasks tasks;

    @Inject
    WaitingTasks waiting;

    @Inject
    Clock clock;

    /** Where a page ended. @param due the deadline in milliseconds; the largest number if there is none */
    public record Spot(long due, UUID id) {

        public static Spot of(OpenTask task) {
            return new Spot(
                    task.task().deadline().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                    task.task().id());
        }
    }

    /**
     * @param assigned to the caller
     * @param open     nobody is assigned, and the caller may
     * @param overdue  of both, those whose deadline is over
     */
    public record Counts(long assigned, long open, long overdue) {}

    /** The nearest deadline first, those without one last, by keyset. @param assigned to the caller, or to nobody; both if absent */
    public List<OpenTask> page(PersonId person, Optional<Boolean> assigned, Optional<Spot> after, int most) {
        Comparator<Spot> order = Comparator.comparingLong(Spot::due)
                .thenComparing(spot -> spot.id().toString());
        return of(person).stream()
                .filter(task ->
                        assigned.isEmpty() || assigned.get() == task.assignee().isPresent())
                .filter(task -> after.isEmpty() || order.compare(Spot.of(task), after.get()) > 0)
                .sorted(Comparator.comparing(Spot::of, order))
                .limit(most)
                .toList();
    }

    public Counts counts(PersonId person) {
        Instant now = clock.instant();
        List<OpenTask> mine = of(person);
        long assigned =
                mine.stream().filter(task -> task.assignee().isPresent()).count();
        long overdue = mine.stream()
                .filter(task -> task.task()
                        .deadline()
                        .filter(deadline -> !deadline.isAfter(now))
                        .isPresent())
                .count();
        return new Counts(assigned, mine.size() - assigned, overdue);
    }

    private List<OpenTask> of(PersonId person) {
        Map<SiteId, SiteRef> mine = sitesOf(person);
        Map<SiteId, List<Task>> bySite = tasks.of(mine.keySet(), MOST).stream()
                .collect(Collectors.groupingBy(Task::site, LinkedHashMap::new, Collectors.toList()));
        List<OpenTask> found = new ArrayList<>();
        bySite.forEach((id, rows) -> {
            SiteRef site = mine.get(id);
            if (site != null) {
                context.in(site.agency(), () -> waiting.of(site, rows)).stream()
                        .filter(task -> isFor(person, task))
                        .forEach(found::add);
            }
        });
        return found;
    }

    private boolean isFor(PersonId person, OpenTask task) {
        return task.assignee()
                .map(assignee -> assignee.id().equals(person))
                .orElseGet(() -> !task.next().shutFor().contains(person)
                        && access.holds(task.next().roles(), task.site()));
    }

    private Map<SiteId, SiteRef> sitesOf(PersonId person) {
        return memberships.of(person).stream()
                .filter(held -> held.role().allows(Permission.CONTENT_WRITE))
                .flatMap(this::sitesOf)
                .collect(Collectors.toMap(SiteRef::id, site -> site, (one, same) -> one, LinkedHashMap::new));
    }

    /** Who runs the platform is not asked by each agency. */
    private Stream<SiteRef> sitesOf(Membership held) {
        return switch (held.scope().kind()) {
            case "agency" -> sites.ofAgency(new AgencyId(held.scope().id())).stream();
            case "site" -> sites.find(new SiteId(held.scope().id())).stream();
            default -> Stream.empty();
        };
    }
}
