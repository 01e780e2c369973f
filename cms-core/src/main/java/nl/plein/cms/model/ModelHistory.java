package nl.plein.cms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All changes of an agency's types, in their order, as far as they concern texts. */
final class ModelHistory {

    private record Numbered(long version, ModelStep step) {}

    private final List<Numbered> steps = new ArrayList<>();

    /** @param versions of all types, oldest first */
    ModelHistory(List<TypeVersion> versions, Conversions conversions) {
        Map<String, ContentType> types = new HashMap<>();
        for (TypeVersion version : versions) {
            ContentType after = version.type();
            Optional.ofNullable(types.get(after.key()))
                    .filter(before -> before.kind() == after.kind())
                    .map(before -> ModelStep.of(before, after, Map.copyOf(types), conversions))
                    .filter(step -> !step.changesNothing())
                    .ifPresent(step -> steps.add(new Numbered(version.number(), step)));
            types.put(after.key(), after.settled());
        }
    }

    /** The version of the newest change that concerns texts of this type; 0 if none does. */
    long lastChange(String type) {
        return steps.stream()
                .filter(numbered -> numbered.step().concerns(type))
                .mapToLong(Numbered::version)
                .max()
                .orElse(0);
    }

    /**
     * @param version of the model whose fields the payload has
     * @return the payload as the model says it now; the same one if it says it already
     */
    JsonNode upgraded(String type, JsonNode payload, long version, List<Loss> losses) {
        JsonNode now = payload;
        for (Numbered numbered : steps) {
            if (numbered.version() > version) {
                now = numbered.step().apply(type, now, losses);
            }
        }
        return now;
    }
}
