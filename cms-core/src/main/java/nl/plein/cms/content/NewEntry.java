package nl.plein.cms.content;

import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import tools.jackson.databind.JsonNode;

/**
 * An entry to be, in its first locale.
 *
 * @param id           chosen by the caller; empty: made when it is written
 * @param slug         the last part of its path; without it, made from the title
 * @param path         an explicit path without locale prefix, instead of what the type says
 * @param parent       the entry whose page its page lies under
 * @param parentOrigin the same, by origin; for imports
 * @param origin       where it came from, such as a file's path; unique on the site, so that a rerun finds it again
 */
public record NewEntry(
        Optional<EntryId> id,
        String type,
        String locale,
        JsonNode payload,
        Optional<String> slug,
        Optional<String> path,
        Optional<EntryId> parent,
        Optional<String> parentOrigin,
        Audience audience,
        Optional<String> origin,
        WhenTaken whenTaken) {

    /** What to do if another page has the path. */
    public enum WhenTaken {
        REFUSE,
        /** Take the path with {@code -2}, {@code -3} … after it. */
        ADD_NUMBER
    }

    /** For everyone, where the type says; a taken path is refused. */
    public static NewEntry of(String type, String locale, JsonNode payload) {
        return new NewEntry(
                Optional.empty(),
                type,
                locale,
                payload,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Audience.EVERYONE,
                Optional.empty(),
                WhenTaken.REFUSE);
    }

    /** With an id that the caller chose, so that texts may point at it before it is there. Only for an entry that is new. */
    public NewEntry identifiedBy(EntryId newId) {
        return new NewEntry(
                Optional.of(newId),
                type,
                locale,
                payload,
                slug,
                path,
                parent,
                parentOrigin,
                audience,
                origin,
                whenTaken);
    }

    public NewEntry withSlug(String newSlug) {
        return new NewEntry(
                id,
                type,
                locale,
                payload,
                Optional.of(newSlug),
                path,
                parent,
                parentOrigin,
                audience,
                origin,
                whenTaken);
    }

    public NewEntry at(String newPath) {
        return new NewEntry(
                id,
                type,
                locale,
                payload,
                slug,
                Optional.of(newPath),
                parent,
                parentOrigin,
                audience,
                origin,
                whenTaken);
    }

    public NewEntry under(EntryId newParent) {
        return new NewEntry(
                id,
                type,
                locale,
                payload,
                slug,
                path,
                Optional.of(newParent),
                parentOrigin,
                audience,
                origin,
                whenTaken);
    }

    public NewEntry underOrigin(String newParentOrigin) {
        return new NewEntry(
                id,
                type,
                locale,
                payload,
                slug,
                path,
                parent,
                Optional.of(newParentOrigin),
                audience,
                origin,
                whenTaken);
    }

    public NewEntry forAudience(Audience newAudience) {
        return new NewEntry(
                id, type, locale, payload, slug, path, parent, parentOrigin, newAudience, origin, whenTaken);
    }

    public NewEntry from(String newOrigin) {
        return new NewEntry(
                id,
                type,
                locale,
                payload,
                slug,
                path,
                parent,
                parentOrigin,
                audience,
                Optional.of(newOrigin),
                whenTaken);
    }

    public NewEntry numberedIfTaken() {
        return new NewEntry(
                id, type, locale, payload, slug, path, parent, parentOrigin, audience, origin, WhenTaken.ADD_NUMBER);
    }
}
