package nl.plein.api.wire;

import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Seen;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13). */
public final class Conditions {

    /** A tag that nothing has: what a list of weak tags alone comes to, as weak ones are never good enough for a change. */
    private static final String NONE = "";

    private Conditions() {}

    /**
     * What the caller says it has seen; whoever changes the thing compares it.
     *
     * @param ifMatch the header: entity tags, or {@code *}
     * @throws Refused 428 without the header, 400 if it can't be read
     */
    public static Seen seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refused.header(
                    428,
                    "If-Match",
                    "precondition-required",
                    "Say which state you change: send the ETag you read in If-Match, or * for any.");
        }
        EntityTags tags = EntityTags.read(ifMatch)
                .orElseThrow(() -> Refused.header(
                        400,
                        "If-Match",
                        "unreadable-entity-tag",
                        "Send the ETag as you got it, quotes included (If-Match: \"3f2a\"), or If-Match: *."));
        if (tags.any()) {
            return Seen.ANY;
        }
        return tags.strong().isEmpty() ? Seen.of(NONE) : Seen.oneOf(tags.strong());
    }

    /** Whether {@code If-None-Match} says that the client has this already. */
    public static boolean isKnown(@Nullable String ifNoneMatch, String current) {
        return ifNoneMatch != null
                && EntityTags.read(ifNoneMatch)
                        .filter(tags -> tags.matchesWeakly(current))
                        .isPresent();
    }
}
