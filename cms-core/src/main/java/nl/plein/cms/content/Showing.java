package nl.plein.cms.content;

import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** Whether visitors can see an entry. Publishing answers it, which content can't name. */
public interface Showing {

    /** Whether a translation of the entry is published now; exact while the site is locked. */
    boolean shows(SiteId site, EntryId entry);
}
