package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import nl.plein.cms.tenancy.ChangeCount;

/** Changes of persons, tokens, roles and members of groups. */
@ApplicationScoped
class PeopleChanges extends ChangeCount {}
