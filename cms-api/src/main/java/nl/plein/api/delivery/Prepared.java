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
record Prepared(Map<String, Member> members) {

    private static final int WORTH_WRITING = 100;

    /**
     * @param isFixed whether it is told as it is, whoever asks
     * @param entries that it points to, and {@code assets} likewise
     */
    record Member(JsonNode value, boolean isFixed, Set<EntryId> entries, Set<AssetId> assets) {

        static Member of(JsonNode value) {
            Set<EntryId> entries = new LinkedHashSet<>();
            Set<AssetId> assets = new LinkedHashSet<>();
            Payload.collect(value, entries, assets);
            return entries.isEmpty() && assets.isEmpty()
                    ? new Member(written(value), true, Set.of(), Set.of())
                    : new Member(value, false, entries, assets);
        }
    }

    static Prepared of(JsonNode payload) {
        Map<String, Member> members = new LinkedHashMap<>();
        payload.properties().forEach(member -> members.put(member.getKey(), Member.of(member.getValue())));
        return new Prepared(members);
    }

    private static JsonNode written(JsonNode value) {
        String text = Json.write(value);
        return text.length() < WORTH_WRITING ? value : JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }
}
