package nl.plein.cms.kernel;

import java.util.Set;

/**
 * Which states of a thing its changer has seen. Whoever changes the thing asks here, after taking the lock that guards it, so
 * that nothing is changed that the changer does not know of.
 */
public final class Seen {

    /** What a refusal is called, whatever the thing is. */
    public static final String REFUSED = "precondition-failed";

    /** For changes that are right whatever the state is. */
    public static final Seen ANY = new Seen(Set.of());

    private final Set<String> tags;

    private Seen(Set<String> tags) {
        this.tags = tags;
    }

    /** One of these. @param tags as the thing gave them when it was read; at least one */
    public static Seen oneOf(Set<String> tags) {
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("nothing seen is not the same as anything seen");
        }
        return new Seen(Set.copyOf(tags));
    }

    public static Seen of(String tag) {
        return oneOf(Set.of(tag));
    }

    public boolean isAny() {
        return tags.isEmpty();
    }

    /** @param current the tag of the thing as it is now; @throws Stale {@code precondition-failed} if it was not seen */
    public void refuseOther(String current) {
        if (!isAny() && !tags.contains(current)) {
            throw new Stale(
                    REFUSED,
                    "Somebody changed this since you read it: read it again, look at what is new, then send the ETag"
                            + " of that answer in If-Match.");
        }
    }
}
