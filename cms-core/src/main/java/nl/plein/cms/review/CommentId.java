package nl.plein.cms.review;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a comment on a draft, or an answer to one. */
public record CommentId(UUID value) {

    /** @throws NotFound {@code unknown-comment} if the text is no UUID */
    public static CommentId of(String text) {
        try {
            return new CommentId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static NotFound unknown() {
        return new NotFound(
                "unknown-comment", "There is no comment with this id on this site; perhaps it was deleted.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
