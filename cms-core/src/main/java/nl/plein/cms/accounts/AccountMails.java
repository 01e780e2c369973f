package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.tenancy.PlatformData;

/** Mails about accounts that wait to be sent. */
@ApplicationScoped
@Transactional
class AccountMails {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    MailServer server;

    @Inject
    Jobs jobs;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Sent once the transaction has committed; without a mail server nothing is.
     *
     * @param about the name of the agency that asks somebody in; else empty
     */
    void enqueue(MailKind kind, MailAddress address, String language, String about) {
        if (!server.isThere()) {
            return;
        }
        var mail = new AccountMail(ids.next(), kind, address, language, about, clock.instant());
        platform.persist(mail);
        jobs.enqueue(
                SendAccountMail.KIND,
                null,
                Json.mapper().createObjectNode().put("mail", mail.id().toString()));
    }

    Optional<AccountMail> find(UUID id) {
        return Optional.ofNullable(platform.find(AccountMail.class, id));
    }

    /** @return how often it has been tried now */
    int tryOnceMore(UUID id) {
        return find(id).map(AccountMail::tryOnceMore).orElse(0);
    }

    void forget(UUID id) {
        find(id).ifPresent(platform::remove);
    }
}
