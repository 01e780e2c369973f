package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a payload that was written on an old base on top of the draft that others saved meanwhile. */
@Dependent
class DraftMerge {

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    /** @param merged keys of fields in which the payload differs from what the writer sent */
    record Merged(Payload payload, List<String> merged) {}

    /**
     * @param before what the writer started from, by the fields of the type as it is now
     * @throws Conflict {@code draft-moved-on} with {@code base}, {@code mine}, {@code theirs}, {@code head} and
     *                  {@code conflicts}: each names field and element, with base, mine and theirs
     */
    Merged merge(ContentType type, ObjectNode before, Payload mine, Revision head) {
        ObjectNode theirs = payloads.now(type, head);
        Map<String, ContentType> known = types.byKey();
        PayloadMerge.Result result = PayloadMerge.merge(known, type, before, mine.json(), theirs);
        if (!result.clashes().isEmpty()) {
            throw movedOn(before, mine, theirs, head, result.clashes());
        }
        Payload merged = payloads.read(type, result.fields());
        return new Merged(merged, differing(type, mine.json(), merged.json()));
    }

    private static List<String> differing(ContentType type, JsonNode mine, JsonNode merged) {
        return type.fields().stream()
                .map(nl.plein.cms.model.Field::key)
                .filter(key -> !Objects.equals(mine.get(key), merged.get(key)))
                .toList();
    }

    private static Conflict movedOn(
            ObjectNode base, Payload mine, ObjectNode theirs, Revision head, List<Clash> clashes) {
        Map<String, Object> details = new HashMap<>();
        details.put("base", base);
        details.put("mine", mine.json());
        details.put("theirs", theirs);
        details.put("head", head.id().toString());
        head.savedBy().ifPresent(person -> details.put("savedBy", person.toString()));
        details.put("savedAt", head.savedAt().toString());
        ArrayNode conflicts = Json.mapper().createArrayNode();
        clashes.forEach(clash -> conflicts.add(clash.json()));
        details.put("conflicts", conflicts);
        String places = clashes.stream().map(Clash::place).distinct().collect(Collectors.joining(", "));
        return new Conflict(
                "draft-moved-on",
                "Somebody saved another draft since you read yours, and both changed " + places
                        + ": choose what is to stay there, then save on top of revision " + head.id() + ".",
                List.of(),
                details);
    }
}
