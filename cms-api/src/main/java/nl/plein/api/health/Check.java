package nl.plein.api.health;

import java.util.Optional;

/** One thing that must be up before visitors are let in. A bean of the room that knows. */
public interface Check {

    String name();

    /** A sentence if it is not up. Quick: it is asked every few seconds. */
    Optional<String> whyNot();

    /**
     * A sentence about what somebody should look at although visitors are served; said to those who may manage the platform,
     * for it may quote what went wrong.
     */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
