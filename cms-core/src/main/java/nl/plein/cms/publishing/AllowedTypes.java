package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.Entries;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.Model;
import tools.jackson.databind.JsonNode;

/** Whether references lead to entries of the types that their fields allow. An entry that is gone leads nowhere and is fine. */
@ApplicationScoped
class AllowedTypes {

    private record Pointing(Field field, UUID target, String pointer) {}

    @Inject
    Entries entries;

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    /** @return pointers begin with the number of the draft */
    List<Finding> findings(List<Draft> drafts) {
        List<Pointing> pointing = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            addOf(drafts.get(i), "/" + i + "/fields", pointing);
        }
        Set<UUID> targets = new HashSet<>();
        pointing.forEach(one -> targets.add(one.target()));
        Map<UUID, String> found = entries.typesOf(targets);
        return pointing.stream()
                .filter(one -> found.containsKey(one.target())
                        && !one.field().allowedTypes().contains(found.get(one.target())))
                .map(one -> new Finding(
                        one.pointer(),
                        "type-not-allowed",
                        "\"" + one.field().key() + "\" points at an entry of type \"" + found.get(one.target())
                                + "\": choose one of type "
                                + String.join(", ", one.field().allowedTypes()) + "."))
                .toList();
    }

    private void addOf(Draft draft, String pointer, List<Pointing> pointing) {
        model.values(types.get(draft.type()), draft.payload(), AllowedTypes::isBound)
                .forEach(value -> {
                    String at = pointer + value.pointer();
                    if (value.value().isArray()) {
                        for (int i = 0; i < value.value().size(); i++) {
                            add(value.field(), value.value().path(i), at + "/" + i, pointing);
                        }
                    } else {
                        add(value.field(), value.value(), at, pointing);
                    }
                });
    }

    private static boolean isBound(Field field) {
        return field.kind().pointsAtEntries() && !field.allowedTypes().isEmpty();
    }

    private static void add(Field field, JsonNode value, String at, List<Pointing> pointing) {
        String id = value.path("entry").asString("");
        if (NamedIds.isId(id)) {
            pointing.add(new Pointing(field, UUID.fromString(id), at));
        }
    }
}
