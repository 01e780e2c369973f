package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Audience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a site part is to become.
 *
 * @param key   of a setting its name, of a menu {@code <name>.<locale>}, of a redirect its path, of a theme {@code theme}, of a group its id
 * @param value null removes the part
 */
public record PartChange(PartKind kind, String key, @Nullable JsonNode value) {

    /** Who may know of it: of a group its members, of all else everyone. */
    Audience audience() {
        return kind == PartKind.GROUP ? Audience.group(key) : Audience.EVERYONE;
    }
}
