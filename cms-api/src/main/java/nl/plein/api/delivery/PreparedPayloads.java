package nl.plein.api.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import tools.jackson.databind.JsonNode;

/** Payloads that were looked through, for as long as somebody holds the payload itself. */
@ApplicationScoped
public class PreparedPayloads {

    /** Weak keys are compared by identity: payloads in memory are shared, and never change. */
    private final LoadingCache<JsonNode, Prepared> prepared =
            Caffeine.newBuilder().weakKeys().build(Prepared::of);

    Prepared of(JsonNode payload) {
        return prepared.get(payload);
    }
}
