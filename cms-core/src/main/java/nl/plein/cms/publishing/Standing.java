package nl.plein.cms.publishing;

import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;

/**
 * Where a publication stands, open or staged: all that is needed to see whether two get in each other's way.
 *
 * @param path empty if it has no page
 */
record Standing(UUID publication, TranslationKey translation, Audience audience, String path) {

    boolean hasPage() {
        return !path.isEmpty();
    }

    /** What of it is unique on a site, for its audience and locale. */
    String place() {
        return Place.of(translation, path);
    }

    /** Whether it takes exactly the place that the other held. */
    boolean replaces(Standing other) {
        return translation.equals(other.translation) && audience.equals(other.audience) && path.equals(other.path);
    }

    /** Whether only one of both can be open. */
    boolean excludes(Standing other) {
        return hasPage() && path.equals(other.path) && audience.equals(other.audience);
    }
}
