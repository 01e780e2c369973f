package nl.plein.site.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** A map of values in content or settings. What is absent is null: nobody declares its keys. */
record FieldMap(PageScope scope, String what, Map<?, ?> values) implements Shape {
    @Override
    public boolean knows(String name) {
        return true;
    }

    @Override
    public @Nullable Object get(String name) {
        if (!values.containsKey(name)) {
            return switch (name) {
                case "size" -> values.size();
                case "isEmpty" -> values.isEmpty();
                case "keys" -> keys();
                default -> null;
            };
        }
        return Fields.view(scope, values.get(name));
    }

    @Override
    public boolean can(String name) {
        return name.equals("get");
    }

    @Override
    public @Nullable Object call(String name, List<Object> arguments) {
        return arguments.isEmpty() ? null : Fields.view(scope, values.get(String.valueOf(arguments.get(0))));
    }

    @Override
    public Collection<String> names() {
        return keys();
    }

    private List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }
}
