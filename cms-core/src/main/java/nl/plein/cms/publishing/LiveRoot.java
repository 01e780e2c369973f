package nl.plein.cms.publishing;

import java.time.Instant;
import nl.plein.cms.kernel.SiteId;

/**
 * The rendered version that visitors get.
 *
 * @param root names the root's blob
 */
public record LiveRoot(SiteId site, long version, String root, Instant movedAt) {}
