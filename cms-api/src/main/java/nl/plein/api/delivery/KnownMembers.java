package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.plein.api.problem.Refused;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.FieldKind;
import org.jspecify.annotations.Nullable;

/** What {@code fields} and {@code expand} may name, so that a misspelt one is refused and not left out in silence. */
@ApplicationScoped
public class KnownMembers {

    /** Members of every entry. */
    private static final List<String> OF_ENTRIES = List.of(
            "id",
            "type",
            "locale",
            "audience",
            "path",
            "title",
            "publishedAt",
            "updatedAt",
            "revision",
            "contentHash",
            "parent",
            "translations",
            "fields");

    @Inject
    ContentTypes types;

    /**
     * @param type keys of types, separated by commas; null for all
     * @throws Refused 400 {@code unknown-field} that lists the known ones
     */
    void refuseUnknown(@Nullable String type, @Nullable String fields, @Nullable String expand) {
        if (isBlank(fields) && isBlank(expand)) {
            return;
        }
        List<ContentType> all = types.all();
        if (fields != null && !fields.isBlank()) {
            Set<String> known = new TreeSet<>(OF_ENTRIES);
            List<String> asked = type == null ? List.of() : Arrays.asList(type.split(","));
            all.stream()
                    .filter(one -> type == null ? !one.isBlock() : asked.contains(one.key()))
                    .forEach(one -> one.fields().forEach(field -> known.add(field.key())));
            refuse("fields", List.of(fields.strip().split("\\s*,\\s*", -1)), known);
        }
        if (expand != null && !expand.isBlank()) {
            Set<String> known = new TreeSet<>();
            all.forEach(one -> addPointing(one.fields(), known));
            List<String> steps = new ArrayList<>();
            Arrays.stream(expand.split(",", -1))
                    .forEach(path -> steps.addAll(List.of(path.strip().split("\\.", -1))));
            refuse("expand", steps, known);
        }
    }

    private static boolean isBlank(@Nullable String names) {
        return names == null || names.isBlank();
    }

    private static void addPointing(Collection<Field> fields, Set<String> known) {
        for (Field field : fields) {
            if (field.kind().pointsAtEntries() || field.kind() == FieldKind.LINK) {
                known.add(field.key());
            }
            addPointing(field.fields(), known);
        }
    }

    private static void refuse(String parameter, List<String> given, Set<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw Refused.query(
                        parameter,
                        "unknown-field",
                        "There is no field \"" + name + "\" to name in \"" + parameter + "\". Known here: "
                                + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
            }
        }
    }
}
