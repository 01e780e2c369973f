package nl.plein.cms.publishing;

import nl.plein.cms.kernel.SiteId;

/**
 * A follower that failed five times in a row on a site and is now tried rarely. Somebody has to look.
 *
 * @param version how far it has come
 * @param failure what it said last
 */
public record Parked(String follower, SiteId site, long version, String failure) {}
