package nl.plein.cms.accounts;

import java.time.Duration;

/** Why somebody got a link to choose a password. */
public enum LinkPurpose {
    /** Has no password yet. */
    INVITATION(Duration.ofDays(7)),
    /** Asked for it, having forgotten the password. */
    RESET(Duration.ofHours(1)),
    /** Is the first to come, and found the link in the log. */
    FIRST_ADMINISTRATOR(Duration.ofDays(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
