package nl.plein.api.delivery;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/**
 * A payload, looked through once: what it points to, and which of its members point nowhere. Long ones of these are
 * written already, as they will be sent.
 *
 * @param members by key, in the payload's order
 */
record Prepared(Map<String, Member> members, Set<EntryId> entries, Set<AssetId> assets) {

    private static final int WORTH_WRITING = 100;

    /** @param isFixed whether it is told as it is, whoever asks */
    record Member(JsonNode value, boolean isFixed) {}

    static Prepared of(JsonNode payload) {
        Map<String, Member> members = new LinkedHashMap<>();
        Set<EntryId> entries = new LinkedHashSet<>();
        Set<AssetId> assets = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> member : payload.properties()) {
            Set<EntryId> here = new LinkedHashSet<>();
            Set<AssetId> files = new LinkedHashSet<>();
            Payload.collect(member.getValue(), here, files);
            boolean isFixed = here.isEmpty() && files.isEmpty();
            members.put(member.getKey(), new Member(isFixed ? written(member.getValue()) : member.getValue(), isFixed));
            entries.addAll(here);
            assets.addAll(files);
        }
        return new Prepared(members, entries, assets);
    }

    private static JsonNode written(JsonNode value) {
        String text = Json.write(value);
        return text.length() < WORTH_WRITING ? value : JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }
}
