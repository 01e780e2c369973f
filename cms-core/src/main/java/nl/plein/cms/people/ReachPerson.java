package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.PersonId;

/** Gives somebody who worked by token only a mail address to sign in with. */
@ApplicationScoped
public class ReachPerson {

    @Inject
    Persons persons;

    /** @throws Conflict {@code mail-in-use} if it is somebody else's */
    @Transactional
    public void perform(PersonId id, MailAddress mail, String language) {
        if (persons.byMail(mail).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new Conflict("mail-in-use", "Somebody else signs in with this mail address.");
        }
        persons.get(id).reachAt(mail, language);
    }
}
