package nl.plein.api.metrics;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells {@link CountingFilter} the template of the resource that answers. */
@Provider
public class RouteFilter implements ContainerRequestFilter {

    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(
                CountingFilter.ROUTE, templates.computeIfAbsent(resource.getResourceMethod(), RouteFilter::templateOf));
    }

    private static String templateOf(Method method) {
        return Stream.of(
                        segment(method.getDeclaringClass().getAnnotation(Path.class)),
                        segment(method.getAnnotation(Path.class)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String segment(@Nullable Path path) {
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }
}
