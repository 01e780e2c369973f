package nl.plein.cms.previews;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a link. */
public record PreviewId(UUID value) {

    /** @throws NotFound {@code unknown-preview} if the text is no UUID */
    public static PreviewId of(String text) {
        try {
            return new PreviewId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static NotFound unknown() {
        return new NotFound("unknown-preview", "There is no preview with this id on this site.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
