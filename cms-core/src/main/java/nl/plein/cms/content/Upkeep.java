package nl.plein.cms.content;

import java.time.LocalDate;
import java.util.Optional;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.PersonId;

/** Who looks after an entry, and from which day on somebody has to look at it again. */
public record Upkeep(Optional<PersonId> owner, Optional<LocalDate> reviewOn) {

    public static final Upkeep NONE = new Upkeep(Optional.empty(), Optional.empty());

    /** Names this state. */
    public String tag() {
        return Hashes.sha256(owner + " " + reviewOn).substring(0, 32);
    }
}
