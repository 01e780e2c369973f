package nl.plein.cms.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in which two revisions differ.
 *
 * @param field  key of the field; below it, parts are told by {@code /}: ids of blocks, numbers of repeated groups, keys
 * @param from   null where it was not there
 * @param to     null where it is no more
 * @param marked of texts: HTML that shows both, with {@code ins} around what came and {@code del} around what went. Of rich
 *               text the whole; nothing in it but the normal form and these two
 */
public record FieldChange(
        String field, Kind kind, @Nullable JsonNode from, @Nullable JsonNode to, Optional<String> marked) {

    /** What happened at the place. A block may both have moved and, told by changes of its fields, have changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
