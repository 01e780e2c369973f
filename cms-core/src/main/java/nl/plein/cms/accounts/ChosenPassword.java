package nl.plein.cms.accounts;

/** What became of a password that somebody chose. */
public enum ChosenPassword {
    SET,
    /** Fewer than 12 characters. */
    TOO_SHORT,
    /** More than 200 characters. */
    TOO_LONG,
    /** Among those that are guessed first. */
    COMMON,
    /** The own name or address. */
    OWN_NAME,
    /** The link is unknown, used or too old. */
    DEAD_LINK,
    /** The old password, where it is asked for, is not that. */
    WRONG,
    /** Too many tries: again in a minute. */
    TOO_MANY,
    /** Too many at this moment: again in some seconds. */
    BUSY
}
