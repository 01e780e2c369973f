package nl.plein.api.wire;

import java.util.Arrays;
import nl.plein.api.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13). */
public final class Conditions {

    private Conditions() {}

    /**
     * @param ifMatch the header: entity tags, or {@code *}
     * @param current the tag of what is there now, without quotes
     * @throws Refused 428 without the header, 412 if it names another state
     */
    public static void requireMatch(@Nullable String ifMatch, String current) {
        requirePresent(ifMatch);
        if (!matches(String.valueOf(ifMatch), current)) {
            throw Refused.header(
                    412,
                    "If-Match",
                    "precondition-failed",
                    "Somebody changed this since you read it: read it again, then send its new ETag in If-Match.");
        }
    }

    /** @throws Refused 428 without the header */
    public static void requirePresent(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refused.header(
                    428,
                    "If-Match",
                    "precondition-required",
                    "Say which state you change: send the ETag you read in If-Match, or * for any.");
        }
    }

    /** Whether {@code If-None-Match} says that the client has this already. */
    public static boolean isKnown(@Nullable String ifNoneMatch, String current) {
        return ifNoneMatch != null && matches(ifNoneMatch, current);
    }

    private static boolean matches(String header, String current) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + current + "\""));
    }
}
