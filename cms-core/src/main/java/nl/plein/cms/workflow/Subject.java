package nl.plein.cms.workflow;

import java.util.Optional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * What a gate looks at.
 *
 * @param by who wants to make the transition; none for the installation itself
 */
public record Subject(SiteRef site, Draft draft, Optional<PersonId> by) {}
