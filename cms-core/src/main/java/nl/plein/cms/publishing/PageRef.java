package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;

/**
 * A publication without its fields: enough to link to it.
 *
 * @param path empty if it has no page
 */
public record PageRef(
        EntryId entry, String locale, Audience audience, String path, String type, String title, String contentHash) {}
