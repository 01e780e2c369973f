package nl.plein.cms.releases;

import nl.plein.cms.kernel.SiteId;

/**
 * A release that was only planned is about to go: what waits for it is called off in the same transaction. Fired before the
 * release is locked, as whoever does what is due locks the schedule first and the release then.
 */
public record ReleaseDropped(SiteId site, ReleaseId release) {}
