package nl.plein.cms.releases;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a release. */
public record ReleaseId(UUID value) {

    /** @throws NotFound {@code unknown-release} if the text is no UUID */
    public static ReleaseId of(String text) {
        try {
            return new ReleaseId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static NotFound unknown() {
        return new NotFound("unknown-release", "There is no release with this id on this site.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
