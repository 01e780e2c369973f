package nl.plein.cms.exchange;

import java.time.Instant;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;

/** A mapping as a site keeps it. */
public record NamedMapping(String name, ImportMapping mapping, Instant changedAt) {

    public JsonNode json() {
        return mapping.json();
    }

    /** Names what it says; the same for mappings that say the same. */
    public String tag() {
        return Hashes.sha256(Json.canonical(json())).substring(0, 32);
    }
}
