package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.MailAddress;

/**
 * Asks for a mail with a link to choose a new password. Whether there is such an account is looked up when the mail is sent, so
 * that asking does the same, says the same and takes as long for every address.
 */
@ApplicationScoped
public class AskForReset {

    @Inject
    AccountMails mails;

    @Inject
    MailServer server;

    @Inject
    Attempts attempts;

    /** Whether mail can be sent at all. */
    public boolean isPossible() {
        return server.isThere();
    }

    /**
     * @param language {@code nl} or {@code en}: the mail's
     * @param address  from which it is asked
     * @return false if this address or this account has asked too often
     * @throws Invalid {@code invalid-mail}
     */
    @Transactional
    public boolean perform(String typed, String language, String address) {
        MailAddress mail = MailAddress.of(typed);
        if (!attempts.mayAskForMail(mail.value(), address)) {
            return false;
        }
        mails.enqueue(MailKind.RESET, mail, language, "");
        return true;
    }
}
