package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
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

    private final Map<UUID, Kept> kept = new LinkedHashMap<>(1_024, 0.75f, true);
    private final long most = Runtime.getRuntime().maxMemory() / 8;
    private long bytes;

    @Inject
    AfterCommit afterCommit;

    private record Kept(JsonNode words, long bytes) {}

    synchronized Optional<JsonNode> find(UUID content) {
        return Optional.ofNullable(kept.get(content)).map(Kept::words);
    }

    void keep(UUID content, JsonNode words) {
        long size = NODE + sizeOf(words);
        synchronized (this) {
            Kept before = kept.put(content, new Kept(words, size));
            bytes += size - (before == null ? 0 : before.bytes());
            for (var oldest = kept.values().iterator(); bytes > most && oldest.hasNext(); ) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
    }

    /** What was erased does not linger here until newer words push it out. */
    void forgetAllAfterCommit() {
        afterCommit.run(() -> {
            synchronized (this) {
                kept.clear();
                bytes = 0;
            }
        });
    }

    private static long sizeOf(JsonNode node) {
        long size = NODE;
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
