package nl.plein.site.template;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with named members that templates may see. No Java object reaches a template in another way. */
public interface Shape {
    /** For messages, as "an entry of type news". */
    String what();

    /** Whether asking for this name makes sense; if not, the template is wrong and the page fails. */
    boolean knows(String name);

    /** @return null when it is known but not there */
    @Nullable
    Object get(String name);

    /** The names to suggest. */
    Collection<String> names();

    /** Whether there is a function with this name. */
    default boolean can(String name) {
        return false;
    }

    default @Nullable Object call(String name, List<Object> arguments) {
        throw new UnsupportedOperationException(name);
    }
}
