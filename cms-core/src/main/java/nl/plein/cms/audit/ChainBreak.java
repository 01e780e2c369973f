package nl.plein.cms.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody has been at the trail.
 *
 * @param from   the number of the first event at fault; 0 for the head
 * @param to     of the last
 * @param after  when the last event before it was done; empty at the beginning
 * @param before when it was done, as it says; where events are missing, when the next one was; empty at the end
 */
public record ChainBreak(What what, long from, long to, Optional<Instant> after, Optional<Instant> before) {

    /** What was done to it. */
    public enum What {
        /** Events that were there are no more. */
        REMOVED,
        /** An event says something else than when it was sealed. */
        ALTERED,
        /** An event was not written by this installation, or not so. */
        INSERTED,
        /** The row that tells the length of the trail is gone. */
        HEAD_REMOVED,
        /** The row that tells the length of the trail was changed. */
        HEAD_ALTERED;

        /** The name in API and documents. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
