package nl.plein.cms.theme;

import java.time.Instant;
import nl.plein.cms.kernel.AgencyId;

/**
 * A theme package as other rooms know it.
 *
 * @param name    of the theme, as its maker calls it
 * @param version as its maker numbers it; may be empty
 * @param size    bytes of the package
 */
public record ThemePackageRef(
        AgencyId agency, String name, String version, String sha256, long size, Instant uploadedAt) {

    /** What a site's part {@code theme} names: the name and the hash, so that a package never changes under a site. */
    public String fullName() {
        return name + "@" + sha256;
    }
}
