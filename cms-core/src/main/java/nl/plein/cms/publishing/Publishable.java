package nl.plein.cms.publishing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.RevisionId;
import tools.jackson.databind.JsonNode;

/**
 * A draft that has passed all checks and may become a publication.
 *
 * @param path    empty if the entry has no page
 * @param datedAt when the entry itself says that it was published; empty if it does not
 * @param model   the version of the model whose fields the payload has
 */
record Publishable(
        TranslationKey translation,
        Audience audience,
        String path,
        String type,
        String title,
        Optional<EntryId> parent,
        RevisionId revision,
        Optional<Instant> datedAt,
        JsonNode payload,
        long model) {

    /** Where it will stand; it is no publication yet. */
    Standing standing() {
        return new Standing(Nil.ID, translation, audience, path);
    }

    /** Over all that a visitor could notice; not over ids of revisions or times of saving. */
    String contentHash() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("type", type);
        seen.put("locale", translation.locale());
        seen.put("audience", audience.value());
        seen.put("path", path);
        seen.put("title", title);
        parent.ifPresent(id -> seen.put("parent", id.toString()));
        datedAt.ifPresent(time -> seen.put("datedAt", time.toString()));
        seen.put("fields", payload);
        return Hashes.sha256(Json.canonical(Json.mapper().valueToTree(seen)));
    }
}
