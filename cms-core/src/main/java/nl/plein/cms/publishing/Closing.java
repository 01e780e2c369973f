package nl.plein.cms.publishing;

/** Why an interval ended. */
public enum Closing {
    /** It has not ended. */
    OPEN,
    /** Something newer took its place, or its time was over; the past may still show it. */
    SUPERSEDED,
    /** It should not be seen any more, by nobody without {@code history.read}, not in the past either. */
    WITHDRAWN
}
