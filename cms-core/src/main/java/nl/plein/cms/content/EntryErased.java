package nl.plein.cms.content;

import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** The words of an entry are gone for good: whoever has a copy forgets it, in the same transaction. */
public record EntryErased(SiteId site, EntryId entry) {}
