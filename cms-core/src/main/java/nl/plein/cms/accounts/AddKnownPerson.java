package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;

/** Adds somebody whose password is known beforehand, unless the mail address is known: people of a demonstration. */
@ApplicationScoped
public class AddKnownPerson {

    @Inject
    Persons persons;

    @Inject
    AddPerson addPerson;

    @Inject
    GrantRole grantRole;

    @Inject
    Credentials credentials;

    @Inject
    Passwords passwords;

    /** @param roles in the agency; none for one who is no member */
    @Transactional
    public void perform(String name, String mail, String password, AgencyId agency, List<Role> roles) {
        MailAddress address = MailAddress.of(mail);
        if (persons.byMail(address).isPresent()) {
            return;
        }
        PersonId person = addPerson.perform(name, address, "nl");
        roles.forEach(role -> grantRole.inAgency(person, agency, role));
        credentials.set(person, passwords.hash(password).orElseThrow());
    }
}
