package nl.plein.cms.tasks;

import java.util.Optional;
import nl.plein.cms.people.Person;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.NextSteps.Next;

/**
 * A translation that waits for somebody.
 *
 * @param assignee who has to do it; empty if that was not said, or who was named works on the site no longer: then it waits
 *                 for all who may make one of the steps
 */
public record OpenTask(SiteRef site, Task task, Next next, Optional<Person> assignee) {}
