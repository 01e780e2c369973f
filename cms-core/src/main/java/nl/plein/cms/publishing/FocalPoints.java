package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.FocalPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the focal points of pictures into what is published. So a focal point is part of a version like every other thing
 * that visitors can see; what a field says itself is kept.
 */
@ApplicationScoped
class FocalPoints {

    private static final String FOCUS = "focus";

    @Inject
    Assets assets;

    /** Those of all pictures that the payloads name. */
    Known of(Collection<JsonNode> payloads) {
        Set<UUID> named = new LinkedHashSet<>();
        payloads.forEach(payload -> named.addAll(NamedIds.in(payload).assets()));
        Map<String, FocalPoint> points = new HashMap<>();
        List<AssetRef> found = Ground.inChunks(
                new ArrayList<>(named),
                chunk -> List.copyOf(
                        assets.findAll(chunk.stream().map(AssetId::new).toList())
                                .values()));
        for (AssetRef asset : found) {
            FocalPoint focus = asset.focus();
            if (focus != null) {
                points.put(asset.id().toString(), focus);
            }
        }
        return new Known(points);
    }

    /**
     * What was published, for a picture whose focal point is another one from now on. What a field says itself is kept.
     *
     * @param was null if there was none; {@code is} likewise
     * @return the same payload if it says nothing of it
     */
    static JsonNode moved(JsonNode payload, AssetId asset, @Nullable FocalPoint was, @Nullable FocalPoint is) {
        if (Objects.equals(was, is)) {
            return payload;
        }
        JsonNode copy = payload.deepCopy();
        if (was != null) {
            forget(copy, asset.toString(), was);
        }
        Known points = new Known(is == null ? Map.of() : Map.of(asset.toString(), is));
        JsonNode moved = points.in(copy);
        return moved.equals(payload) ? payload : moved;
    }

    private static void forget(JsonNode value, String asset, FocalPoint was) {
        if (value instanceof ObjectNode object && object.path("asset").isString()) {
            JsonNode focus = object.path(FOCUS);
            if (object.path("asset").stringValue().equals(asset)
                    && focus.path("x").asDouble(-1) == was.x()
                    && focus.path("y").asDouble(-1) == was.y()) {
                object.remove(FOCUS);
            }
        } else {
            value.forEach(member -> forget(member, asset, was));
        }
    }

    /** By asset id. */
    record Known(Map<String, FocalPoint> points) {

        JsonNode in(JsonNode payload) {
            if (points.isEmpty()) {
                return payload;
            }
            JsonNode copy = payload.deepCopy();
            write(copy);
            return copy;
        }

        private void write(JsonNode value) {
            if (value instanceof ObjectNode object && object.path("asset").isString()) {
                FocalPoint point = points.get(object.path("asset").stringValue());
                if (point != null && !object.has(FOCUS)) {
                    object.putObject(FOCUS).put("x", point.x()).put("y", point.y());
                }
            } else {
                value.forEach(this::write);
            }
        }
    }
}
