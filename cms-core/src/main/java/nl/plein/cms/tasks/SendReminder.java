package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.jobs.TryLater;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/**
 * Mails one person about one deadline. What has been done meanwhile needs no mail. A mail server that does not take it is asked
 * again until a day after the deadline.
 */
@ApplicationScoped
public class SendReminder implements JobHandler {

    static final String KIND = "task-reminder";

    private static final Logger LOG = System.getLogger(SendReminder.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofDays(1);

    @Inject
    TaskSteps steps;

    @Inject
    Sites sites;

    @Inject
    Persons persons;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws TryLater {
        JsonNode input = run.input();
        Instant deadline = Instant.ofEpochMilli(input.path("deadline").asLong());
        UUID task = UUID.fromString(input.path("task").asString());
        Task.Moment moment = Task.Moment.valueOf(input.path("moment").asString());
        Optional<SiteRef> site = sites.find(new SiteId(input.path("site").asString()));
        Optional<Person> person =
                persons.find(new PersonId(UUID.fromString(input.path("person").asString())));
        if (site.isEmpty() || person.isEmpty() || person.get().isBlocked()) {
            return;
        }
        Optional<OpenTask> open = steps.stillFor(site.get(), task, deadline, person.get());
        if (open.isPresent() && server.isThere()) {
            send(open.get(), person.get(), moment, deadline);
        }
    }

    private void send(OpenTask open, Person person, Task.Moment moment, Instant deadline) throws TryLater {
        try {
            server.send(ReminderTexts.of(open, person, moment, deadline));
        } catch (MessagingException failure) {
            if (clock.instant().isAfter(deadline.plus(PATIENCE))) {
                LOG.log(Level.ERROR, "the mail server took a reminder at no try", failure);
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "the mail server does not take a reminder; the next try is in {0}: {1}",
                    PAUSE,
                    failure.getMessage());
            throw new TryLater(PAUSE);
        }
    }
}
