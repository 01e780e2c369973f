package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.schedules.DueTime;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.NextSteps;
import nl.plein.cms.workflow.NextSteps.Next;

/** Says who has to bring a translation further, and until when. Holds until its next step. */
@ApplicationScoped
public class AssignTask {

    /** The tag of a task of which nothing was said yet. */
    public static final String NONE = "none";

    private static final int TOLD = 10;

    @Inject
    Access access;

    @Inject
    Translations translations;

    @Inject
    Tasks tasks;

    @Inject
    WaitingTasks waiting;

    @Inject
    NextSteps nextSteps;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    /**
     * @param person   nobody in particular if empty
     * @param deadline as {@link DueTime} reads it; none if empty
     * @param seen     the task's tags, or {@link #NONE}
     * @throws Invalid  {@code not-for-them}, {@code unreadable-time}, {@code time-past}, {@code time-too-far}
     * @throws Conflict {@code nothing-to-do} if visitors see this very draft
     * @throws NotFound {@code unknown-translation}, {@code unknown-entry}
     * @throws nl.plein.cms.kernel.Stale {@code precondition-failed}
     */
    @Transactional
    public OpenTask perform(
            SiteId id, TranslationKey key, Optional<PersonId> person, Optional<String> deadline, Seen seen) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        translations.hold(id, key);
        Optional<Task> known = tasks.hold(id, key);
        seen.refuseOther(known.map(Task::tag).orElse(NONE));
        Next next = Optional.ofNullable(nextSteps.of(site, List.of(key)).get(key))
                .orElseThrow(
                        () -> new NotFound("unknown-entry", "There is no entry " + key + " on site \"" + id + "\"."));
        refuseIfDone(id, key);
        person.ifPresent(somebody -> refuseOther(waiting.candidates(site, next), somebody));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> until = deadline.map(text -> {
            DueTime due = DueTime.of(text, site.zone());
            due.refuseOutside(now);
            return due.at();
        });
        Task task = known.orElseGet(() -> tasks.add(site, key));
        task.assign(person, until, now);
        record(id, task);
        return waiting.of(site, List.of(task)).get(0);
    }

    private void refuseIfDone(SiteId site, TranslationKey key) {
        if (WaitingTasks.isSeenByVisitors(translations.get(site, key))) {
            throw new Conflict("nothing-to-do", "Visitors see this very draft: there is nothing to be done with it.");
        }
    }

    private static void refuseOther(List<Person> candidates, PersonId wanted) {
        if (candidates.stream().noneMatch(person -> person.id().equals(wanted))) {
            String names = candidates.stream().limit(TOLD).map(Person::name).collect(Collectors.joining(", "));
            throw new Invalid(
                    "not-for-them",
                    "This person may not take the next step. "
                            + (names.isEmpty() ? "Nobody here may: ask an administrator." : "Who may: " + names + "."));
        }
    }

    private void record(SiteId site, Task task) {
        audit.record(
                "tasks.assign",
                "entry/" + task.translation().entry(),
                Json.mapper()
                        .createObjectNode()
                        .put("site", site.value())
                        .put("locale", task.translation().locale())
                        .put("person", task.assignee().map(Object::toString).orElse(""))
                        .put("deadline", task.deadline().map(Object::toString).orElse("")));
    }
}
