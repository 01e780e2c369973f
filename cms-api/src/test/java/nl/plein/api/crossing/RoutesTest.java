package nl.plein.api.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.api.server.Route;
import org.junit.jupiter.api.Test;

/** No route is left out of the matrix: what the code answers is what is declared, and nothing else. */
class RoutesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.plein.api");

    @Test
    void every_method_that_answers_has_a_declared_rule() {
        Set<String> answered = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    httpMethod(method)
                            .ifPresent(http ->
                                    answered.add(http + " " + pathOf(resource.getAnnotation(Path.class), method)));
                }
            }
        }
        Set<String> declared = Route.all().stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new));
        declared.add("GET /metrics");

        assertThat(answered).isEqualTo(declared);
    }

    @Test
    void every_page_outside_of_sites_has_a_declared_rule() {
        Set<String> served = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .flatMap(type ->
                        Arrays.stream(type.getAnnotationOfType(WebServlet.class).urlPatterns()))
                .collect(Collectors.toCollection(TreeSet::new));
        served.add("/metrics");

        assertThat(served).isEqualTo(new TreeSet<>(Rule.BESIDE.keySet()));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(Path base, Method method) {
        Path more = method.getAnnotation(Path.class);
        String path = base.value() + (more == null ? "" : "/" + more.value());
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("//+", "/");
    }
}
