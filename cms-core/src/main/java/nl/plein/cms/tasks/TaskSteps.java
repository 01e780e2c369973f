package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.Person;
import nl.plein.cms.tenancy.SiteRef;

/**
 * The durable part of reminding: that somebody was reminded and the job that mails them are one transaction, so that a node
 * that dies leaves both or neither.
 */
@ApplicationScoped
@Transactional
class TaskSteps {

    private static final int AT_ONCE = 200;

    /** Of those who may do something about it, so many are told at most. */
    private static final int TOLD = 50;

    @Inject
    Tasks tasks;

    @Inject
    WaitingTasks waiting;

    @Inject
    Jobs jobs;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    /** @return how many mails were enqueued */
    int remind(SiteRef site) {
        Instant now = clock.instant();
        List<Task> due = tasks.holdToRemind(site.id(), now, AT_ONCE);
        int mails = 0;
        for (OpenTask open : waiting.of(site, due)) {
            mails += enqueue(open, now);
        }
        due.forEach(task -> task.remind(now));
        return mails;
    }

    private int enqueue(OpenTask open, Instant now) {
        Optional<Instant> deadline = open.task().deadline();
        if (deadline.isEmpty() || !server.isThere()) {
            return 0;
        }
        Task.Moment moment = deadline.get().isAfter(now) ? Task.Moment.BEFORE : Task.Moment.AT;
        List<Person> people = waiting.people(open).stream()
                .filter(person -> person.mail().isPresent())
                .limit(TOLD)
                .toList();
        people.forEach(person -> jobs.enqueue(
                SendReminder.KIND,
                null,
                Json.mapper()
                        .createObjectNode()
                        .put("site", open.site().id().value())
                        .put("task", open.task().id().toString())
                        .put("deadline", deadline.get().toEpochMilli())
                        .put("moment", moment.name())
                        .put("person", person.id().toString())));
        return people.size();
    }

    /** What the mail tells now; empty if it is done, has another deadline by now, or waits for somebody else. */
    Optional<OpenTask> stillFor(SiteRef site, UUID id, Instant deadline, Person person) {
        return tasks.byId(id)
                .filter(task -> task.deadline().filter(deadline::equals).isPresent())
                .flatMap(task -> waiting.of(site, List.of(task)).stream().findFirst())
                .filter(open ->
                        waiting.people(open).stream().anyMatch(one -> one.id().equals(person.id())));
    }
}
