package nl.plein.cms.publishing;

import java.time.Instant;
import java.util.Optional;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/**
 * What an act has done. {@link Receipts#lines} tells which translations and paths it was.
 *
 * @param version    the version it made; if nothing had to change, the version that was there ({@link #madeVersion})
 * @param act        {@code publish}, {@code unpublish}, {@code withdraw}, {@code mark-withdrawn}, {@code parts},
 *                   {@code roll-back}, {@code release}, {@code release-roll-back}, {@code erase}, {@code day}, or {@code nothing}
 * @param lockMillis how long the site was locked; as stored, without the commit itself
 * @param made       translations that were not visible before
 * @param changed    translations that were visible before, too
 * @param removed    translations that are no longer visible
 * @param parts      site parts set or removed
 * @param skipped    translations that a roll-back left out because they had been withdrawn
 * @param rendered   what the renderer made of it, once it has
 */
public record Receipt(
        SiteId site,
        long version,
        String act,
        Instant at,
        Optional<PersonId> by,
        long lockMillis,
        int made,
        int changed,
        int removed,
        int parts,
        int skipped,
        Optional<JsonNode> rendered) {

    static final String NOTHING = "nothing";

    static Receipt nothing(SiteId site, long version, Instant at) {
        return new Receipt(site, version, NOTHING, at, Optional.empty(), 0, 0, 0, 0, 0, 0, Optional.empty());
    }

    /** False if the site already was as it was asked to become. */
    public boolean madeVersion() {
        return !act.equals(NOTHING);
    }

    Receipt locked(long millis) {
        return new Receipt(site, version, act, at, by, millis, made, changed, removed, parts, skipped, rendered);
    }
}
