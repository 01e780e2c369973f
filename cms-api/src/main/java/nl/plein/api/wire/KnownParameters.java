package nl.plein.api.wire;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.api.problem.Refused;

/** A misspelt query parameter is a 400 that lists the known ones; ignoring it would answer another question. */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::namesOf);
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Refused.query(
                        name,
                        "unknown-parameter",
                        "Unknown query parameter \"" + name + "\". Known here: "
                                + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
            }
            if (values.size() > 1) {
                throw Refused.query(name, "repeated-parameter", "Give the query parameter \"" + name + "\" once.");
            }
        });
    }

    private static Set<String> namesOf(Method method) {
        var names = new TreeSet<String>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        for (Field field : bean.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
    }
}
