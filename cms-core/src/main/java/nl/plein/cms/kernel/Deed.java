package nl.plein.cms.kernel;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something was done that belongs in the trail, told as an event in the act's own transaction by rooms below the one that keeps it.
 *
 * @param agency  whose trail; empty for that of the agency of the transaction, or of the platform if it has none
 * @param action  a verb with its room, such as {@code tenancy.close-site}
 * @param subject what it was done to, such as {@code site/voorbeeldstad}
 * @param details ids and numbers; no personal data
 */
public record Deed(Optional<AgencyId> agency, String action, String subject, JsonNode details) {

    public static Deed of(String action, String subject) {
        return of(action, subject, Map.of());
    }

    public static Deed of(String action, String subject, Map<String, String> details) {
        return new Deed(Optional.empty(), action, subject, Json.mapper().valueToTree(details));
    }

    public Deed in(AgencyId other) {
        return new Deed(Optional.of(other), action, subject, details);
    }
}
