package nl.plein.api.wire;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import nl.plein.api.problem.Problem;
import nl.plein.api.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Every member of a request's record must be there, but those marked {@code @Nullable}. */
final class Required {

    private Required() {}

    /** @throws Refused 400 that names each missing member */
    static void check(Object value) {
        var missing = new ArrayList<Problem.Fault>();
        visit(value, "", missing);
        if (!missing.isEmpty()) {
            throw Refused.body(missing);
        }
    }

    private static void visit(Object value, String pointer, List<Problem.Fault> missing) {
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                visitMember(component, read(component, value), pointer + "/" + component.getName(), missing);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visitItem(list.get(i), pointer + "/" + i, missing);
            }
        }
    }

    private static void visitMember(
            RecordComponent component, @Nullable Object member, String pointer, List<Problem.Fault> missing) {
        if (member != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            visitItem(member, pointer, missing);
        }
    }

    private static void visitItem(@Nullable Object item, String pointer, List<Problem.Fault> missing) {
        if (item == null) {
            missing.add(new Problem.Fault("body", pointer, "missing", "This member is required."));
        } else {
            visit(item, pointer, missing);
        }
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor can always be called", e);
        }
    }
}
