package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.JobHandler;
import nl.plein.cms.jobs.JobRun;
import nl.plein.cms.jobs.TryLater;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;

/**
 * Sends one mail about an account. A mail server that does not take it is asked again for a day, more and more seldom. A link is
 * made for each try; only the newest holds. Who asked for a reset of an account that is not there gets nothing, and nobody learns
 * of it: that is found out here, long after the answer.
 */
@ApplicationScoped
public class SendAccountMail implements JobHandler {

    static final String KIND = "account-mail";

    private static final Logger LOG = System.getLogger(SendAccountMail.class.getName());
    private static final int MOST_TRIES = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Inject
    AccountMails mails;

    @Inject
    Persons persons;

    @Inject
    OneTimeLinks links;

    @Inject
    MailServer server;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws TryLater {
        UUID id = UUID.fromString(run.input().path("mail").asString());
        Optional<AccountMail> mail = mails.find(id);
        Optional<Person> person =
                mail.flatMap(waiting -> persons.byMail(waiting.address())).filter(found -> !found.isBlocked());
        if (mail.isPresent() && person.isPresent()) {
            send(mail.get(), person.get());
        }
        mails.forget(id);
    }

    private void send(AccountMail mail, Person person) throws TryLater {
        String link =
                switch (mail.kind()) {
                    case INVITATION -> links.make(person.id(), LinkPurpose.INVITATION);
                    case RESET -> links.make(person.id(), LinkPurpose.RESET);
                    case CHANGED -> links.forgottenAddress();
                };
        try {
            server.send(MailTexts.of(mail, person, link));
        } catch (MessagingException failure) {
            int tries = mails.tryOnceMore(mail.id());
            if (tries >= MOST_TRIES) {
                LOG.log(Level.ERROR, "the mail server took a mail about an account at no try", failure);
                return;
            }
            Duration pause = Duration.ofSeconds(2L << Math.min(tries, 12));
            LOG.log(
                    Level.WARNING,
                    "the mail server does not take mail; the next try is in {0} at most: {1}",
                    LONGEST_PAUSE,
                    failure.getMessage());
            throw new TryLater(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }
}
