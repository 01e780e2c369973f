package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
            List<String> asked = type == null ? List.of() : Arrays.asList(type.split(","));
            List<ContentType> of = all.stream()
                    .filter(one -> type == null ? !one.isBlock() : asked.contains(one.key()))
                    .toList();
            refuse(
                    "fields",
                    EntryJson.Wanted.names(fields),
                    name -> OF_ENTRIES.contains(name) || of.stream().anyMatch(one -> hasField(one, name)),
                    () -> namesIn(of));
        }
        if (expand != null && !expand.isBlank()) {
            List<String> steps = new ArrayList<>();
            Arrays.stream(expand.split(",", -1))
                    .forEach(path -> steps.addAll(List.of(path.strip().split("\\.", -1))));
            refuse(
                    "expand",
                    steps,
                    name -> all.stream().anyMatch(one -> points(one.fields(), name)),
                    () -> pointingIn(all));
        }
    }

    private static boolean hasField(ContentType type, String name) {
        return type.fields().stream().anyMatch(field -> field.key().equals(name));
    }

    private static Set<String> namesIn(List<ContentType> types) {
        Set<String> known = new TreeSet<>(OF_ENTRIES);
        types.forEach(one -> one.fields().forEach(field -> known.add(field.key())));
        return known;
    }

    private static boolean points(Collection<Field> fields, String name) {
        for (Field field : fields) {
            if (field.key().equals(name) && isPointing(field) || points(field.fields(), name)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> pointingIn(List<ContentType> types) {
        Set<String> known = new TreeSet<>();
        types.forEach(one -> addPointing(one.fields(), known));
        return known;
    }

    private static boolean isPointing(Field field) {
        return field.kind().pointsAtEntries() || field.kind() == FieldKind.LINK;
    }

    private static boolean isBlank(@Nullable String names) {
        return names == null || names.isBlank();
    }

    private static void addPointing(Collection<Field> fields, Set<String> known) {
        for (Field field : fields) {
            if (isPointing(field)) {
                known.add(field.key());
            }
            addPointing(field.fields(), known);
        }
    }

    /** @param known names them all, for whoever misspelt one */
    private static void refuse(
            String parameter, List<String> given, Predicate<String> isKnown, Supplier<Set<String>> known) {
        for (String name : given) {
            if (!isKnown.test(name)) {
                Set<String> names = known.get();
                throw Refused.query(
                        parameter,
                        "unknown-field",
                        "There is no field \"" + name + "\" to name in \"" + parameter + "\". Known here: "
                                + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
            }
        }
    }
}
