package nl.plein.cms.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.AfterCommit;
import tools.jackson.databind.JsonNode;

/**
 * Words of publications that were read lately, so that they are neither fetched nor parsed again. They never change under
 * their id but by erasure, and whether a publication is erased its row says: so the row is always asked first. Takes an
 * eighth of the memory that Java may use at most. What is handed out must not be changed.
 */
@ApplicationScoped
class KeptWords {

    private static final int NODE = 64;

    private final Cache<UUID, JsonNode> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 8)
            .weigher((UUID id, JsonNode words) -> NODE + sizeOf(words))
            .build();

    @Inject
    AfterCommit afterCommit;

    Optional<JsonNode> find(UUID content) {
        return Optional.ofNullable(kept.getIfPresent(content));
    }

    void keep(UUID content, JsonNode words) {
        kept.put(content, words);
    }

    /** What was erased does not linger here until newer words push it out. */
    void forgetAllAfterCommit() {
        afterCommit.run(kept::invalidateAll);
    }

    /** Strings of plain Latin letters take a byte for each; a payload has less than 2 MiB. */
    private static int sizeOf(JsonNode node) {
        int size = NODE;
        if (node.isString()) {
            return size + node.stringValue().length();
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            size += NODE + sizeOf(member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                size += sizeOf(item);
            }
        }
        return size;
    }
}
