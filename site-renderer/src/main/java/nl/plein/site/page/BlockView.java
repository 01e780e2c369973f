package nl.plein.site.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A block of an entry's page.
 *
 * @param raw   {@code {"id", "type", "fields"}}
 * @param index from 0
 */
record BlockView(PageScope scope, Map<?, ?> raw, int index) implements Shape {
    private static final List<String> OWN = List.of("id", "type", "index", "fields");

    String type() {
        return String.valueOf(raw.get("type"));
    }

    @Override
    public String what() {
        return "a block of type " + type();
    }

    @Override
    public boolean knows(String name) {
        return OWN.contains(name)
                || fields().containsKey(name)
                || declared().map(known -> known.contains(name)).orElse(true);
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(OWN);
        fields().keySet().forEach(key -> names.add(String.valueOf(key)));
        declared().ifPresent(names::addAll);
        return names;
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "id" -> raw.get("id");
            case "type" -> type();
            case "index" -> index;
            case "fields" -> Root.map(scope, "the fields", fields());
            default -> Fields.view(scope, fields().get(name));
        };
    }

    private Map<?, ?> fields() {
        return raw.get("fields") instanceof Map<?, ?> fields ? fields : Map.of();
    }

    private Optional<Set<String>> declared() {
        return scope.edition().theme().theme().manifest().fieldsOf(type());
    }
}
