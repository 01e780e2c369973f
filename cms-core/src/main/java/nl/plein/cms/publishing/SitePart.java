package nl.plein.cms.publishing;

import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import tools.jackson.databind.JsonNode;

/**
 * A menu, redirect, setting, theme or group of a site, as it stood for some versions.
 *
 * @param key      see {@link PartChange}
 * @param audience {@code everyone}, but for a group, which its members know, and a redirect or tombstone left by a page that fewer people
 *                 could see
 */
public record SitePart(
        UUID id, PartKind kind, String key, Audience audience, Origin origin, JsonNode value, long from, long to) {

    /** Who made a part. */
    public enum Origin {
        /** A person. */
        HAND,
        /** A page that moved: the redirect from its old path. */
        MOVED,
        /** A page that vanished: the tombstone at its last path, a redirect with {@code "status": 410} that names it. */
        VANISHED
    }

    /** Whether it says that there was a page and there is none any more. */
    public boolean isTombstone() {
        return kind == PartKind.REDIRECT && value.path("status").asInt(0) == 410;
    }

    /** The entry a redirect leads to, whatever its path is now. */
    Optional<TranslationKey> targetEntry() {
        return kind == PartKind.REDIRECT && value.path("entry").isString()
                ? Optional.of(new TranslationKey(
                        EntryId.of(value.path("entry").stringValue()),
                        value.path("locale").asString("")))
                : Optional.empty();
    }

    /** The path or address a redirect leads to. */
    Optional<String> targetPath() {
        return kind == PartKind.REDIRECT && value.path("to").isString()
                ? Optional.of(value.path("to").stringValue())
                : Optional.empty();
    }
}
