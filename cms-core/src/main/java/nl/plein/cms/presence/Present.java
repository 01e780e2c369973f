package nl.plein.cms.presence;

import java.time.Instant;
import nl.plein.cms.kernel.PersonId;

/** Somebody who has an entry open, however often. @param since when they came, with the first of their windows that are open */
public record Present(PersonId person, String name, Instant since) {}
