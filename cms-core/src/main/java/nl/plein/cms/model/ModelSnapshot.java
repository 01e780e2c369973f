package nl.plein.cms.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All types of an agency at one version of its model, with their schemas once somebody asked for them. */
final class ModelSnapshot {

    private static final JsonSchemas SCHEMAS = new JsonSchemas();

    private record Wanted(String type, boolean strict) {}

    private final UUID stamp;
    private final long version;
    private final Map<String, ContentType> types = new TreeMap<>();
    private final Map<Wanted, JsonSchemas.Compiled> compiled = new ConcurrentHashMap<>();
    private volatile @Nullable ModelHistory history;

    ModelSnapshot(UUID stamp, long version, List<ContentType> types) {
        this.stamp = stamp;
        this.version = version;
        types.forEach(type -> this.types.put(type.key(), type));
    }

    UUID stamp() {
        return stamp;
    }

    long version() {
        return version;
    }

    Map<String, ContentType> types() {
        return types;
    }

    Map<String, ContentType> blocks() {
        return blocks(types);
    }

    static Map<String, ContentType> blocks(Map<String, ContentType> types) {
        return types.values().stream()
                .filter(ContentType::isBlock)
                .collect(Collectors.toMap(ContentType::key, type -> type));
    }

    /** @param read asked once */
    ModelHistory history(Supplier<ModelHistory> read) {
        ModelHistory known = history;
        if (known == null) {
            known = read.get();
            history = known;
        }
        return known;
    }

    JsonNode schema(ContentType type, boolean strict) {
        return TypeSchema.schema(type, blocks(), strict);
    }

    JsonSchemas.Compiled compiled(ContentType type, boolean strict) {
        return compiled.computeIfAbsent(
                new Wanted(type.key(), strict), wanted -> SCHEMAS.compile(schema(type, strict)));
    }

    Invalid unknown(String key) {
        return new Invalid(
                "unknown-type",
                "There is no content type \"" + (key.length() > 60 ? key.substring(0, 59) + "…" : key)
                        + "\" here. Known are: " + String.join(", ", types.keySet()) + ".");
    }
}
