package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.notify.MailServer;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.Agencies;

/**
 * Makes somebody a member of an agency. One with a mail address is asked in by mail, unless there is an account with that address:
 * then it gets the role. Who may is asked at the door.
 */
@ApplicationScoped
public class AdmitMember {

    @Inject
    AddPerson addPerson;

    @Inject
    Persons persons;

    @Inject
    GrantRole grantRole;

    @Inject
    Agencies agencies;

    @Inject
    Credentials credentials;

    @Inject
    AccountMails mails;

    @Inject
    OneTimeLinks links;

    @Inject
    MailServer server;

    @Inject
    Audit audit;

    /**
     * @param link to hand over to the new member: only if no mail can be sent, and only to an account that was just made, as
     *             whoever has the link has the account
     */
    public record Admitted(PersonId person, Optional<String> link) {}

    /** One who works by token. @throws nl.plein.cms.kernel.Invalid {@code invalid-name} */
    @Transactional
    public PersonId byToken(AgencyId agency, String name, Role role) {
        PersonId person = addPerson.perform(name);
        grant(agency, person, role);
        return person;
    }

    /**
     * One who signs in.
     *
     * @param language {@code nl} or {@code en}: of mails to this person
     * @throws nl.plein.cms.kernel.Invalid {@code invalid-name}
     */
    @Transactional
    public Admitted byMail(AgencyId agency, String name, MailAddress mail, String language, Role role) {
        Optional<Person> known = persons.byMail(mail);
        PersonId person = known.map(Person::id).orElseGet(() -> addPerson.perform(name, mail, language));
        grant(agency, person, role);
        boolean waits = credentials.hashOf(person).isEmpty();
        if (waits) {
            mails.enqueue(
                    MailKind.INVITATION, mail, language, agencies.get(agency).name());
        }
        boolean byHand = waits && known.isEmpty() && !server.isThere();
        return new Admitted(
                person, byHand ? Optional.of(links.make(person, LinkPurpose.INVITATION)) : Optional.empty());
    }

    private void grant(AgencyId agency, PersonId person, Role role) {
        grantRole.inAgency(person, agency, role);
        audit.record(
                "accounts.grant-role",
                "person/" + person,
                Json.mapper().createObjectNode().put("agency", agency.value()).put("role", role.key()));
    }
}
