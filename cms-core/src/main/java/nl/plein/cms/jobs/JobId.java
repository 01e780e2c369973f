package nl.plein.cms.jobs;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a job. */
public record JobId(UUID value) {

    /** @throws NotFound {@code unknown-job} if the text is no UUID */
    public static JobId of(String text) {
        try {
            return new JobId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    static NotFound unknown(String id) {
        return new NotFound("unknown-job", "There is no job with this id here.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
