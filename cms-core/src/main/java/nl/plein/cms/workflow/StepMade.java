package nl.plein.cms.workflow;

import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Somebody has submitted, approved or returned a draft: it waits for somebody else, in the same transaction.
 *
 * @param back whether it went to the state in which drafts begin
 */
public record StepMade(SiteRef site, TranslationKey translation, Optional<PersonId> by, boolean back) {}
