package nl.plein.site.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** A shape with a fixed set of members, computed when asked for. */
final class Named implements Shape {
    private final String what;
    private final Map<String, Supplier<? extends @Nullable Object>> members = new LinkedHashMap<>();

    Named(String what) {
        this.what = what;
    }

    Named with(String name, Supplier<? extends @Nullable Object> value) {
        members.put(name, value);
        return this;
    }

    Named is(String name, @Nullable Object value) {
        members.put(name, () -> value);
        return this;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public boolean knows(String name) {
        return members.containsKey(name);
    }

    @Override
    public @Nullable Object get(String name) {
        Supplier<? extends @Nullable Object> member = members.get(name);
        return member == null ? null : member.get();
    }

    @Override
    public Collection<String> names() {
        return members.keySet();
    }
}
