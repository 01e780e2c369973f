package nl.plein.cms.publishing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a site part is to become.
 *
 * @param key   of a setting its name, of a menu {@code <name>.<locale>}, of a redirect its path, of a theme {@code theme}
 * @param value null removes the part
 */
public record PartChange(PartKind kind, String key, @Nullable JsonNode value) {}
